import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [remix(remixConfig)],
  // Inlined fonts would need `data:` in the Content-Security-Policy.
  build: { assetsInlineLimit: 0, target: "es2022", sourcemap: false, reportCompressedSize: false },
  ssr: { noExternal: ["media-chrome"] },
});
