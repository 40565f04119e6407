/** Property tests draw the same cases for each mutant, so that a run can be repeated. The first failure is enough. */
import fc from "fast-check";

fc.configureGlobal({ seed: 20_260_201, endOnFailure: true });
