import { watchForms } from "./track-editor/autosave";
import { watchHandles } from "./track-editor/drag";
import { watchKeys } from "./track-editor/keys";
import { watchSteps } from "./track-editor/steps";

/**
 * The editor of a track. Without this script every button sends its form and every change waits for "Save"; with it steps
 * are sent in the background, lessons are dragged and moved by keys, and forms save themselves.
 */
watchSteps();
watchKeys();
watchHandles();
watchForms();
