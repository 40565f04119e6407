import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  // Tells the types what remix.config.js tells the program.
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(remixConfig)],
  // Inlined fonts would need `data:` in the Content-Security-Policy.
  build: { assetsInlineLimit: 0, target: "es2022", sourcemap: false, reportCompressedSize: false },
});
