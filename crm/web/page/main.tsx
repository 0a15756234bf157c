// Starts the page.
import { render } from "preact";
import { App } from "./app.tsx";
import { listen_to_keys } from "./keys.ts";

listen_to_keys();
render(<App />, document.getElementById("app") as HTMLElement);
