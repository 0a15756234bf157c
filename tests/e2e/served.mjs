// A real Fanal to test against: the binary in FANAL_BINARY, on a database of its own, on a free port.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const started_within_ms = 30_000;

function binary() {
    const path = process.env.FANAL_BINARY;
    if (!path) {
        throw new Error("Say which binary to test: FANAL_BINARY=build/fanal node --test e2e_test.mjs");
    }
    return path;
}

function first_address(server) {
    return new Promise((resolve, reject) => {
        let said = "";
        const timer = setTimeout(
            () => reject(new Error(`The server did not say its address, but: ${said}`)),
            started_within_ms,
        );
        server.stdout.on("data", (bytes) => {
            said += bytes;
            const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
            if (found) {
                clearTimeout(timer);
                resolve(found[0]);
            }
        });
        server.on("exit", (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
    });
}

/** Serves a new database, filled with the demo brand when `demo` is given: `{ fans, days }`; otherwise an empty one. */
export async function serve(demo) {
    const folder = mkdtempSync(join(tmpdir(), "fanal-e2e-"));
    const db = join(folder, "e2e.db");
    if (!demo) {
        const nothing = join(folder, "nothing.json");
        writeFileSync(nothing, "{}");
        execFileSync(binary(), ["import", nothing, "--db", db], { stdio: "pipe" });
    } else {
        const size = ["--fans", demo.fans, "--days", demo.days].map(String);
        const written = ["--out", join(folder, "payloads"), "--import", "--db", db];
        execFileSync(binary(), ["demo", ...size, ...written], { stdio: "pipe" });
    }
    const server = spawn(binary(), ["serve", "--db", db, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const address = await first_address(server);
    const stop = () =>
        new Promise((resolve) => {
            server.removeAllListeners("exit");
            server.once("exit", resolve);
            server.kill("SIGTERM");
        });
    return {
        address,
        get: async (path) => (await fetch(address + path)).json(),
        stop,
        end: async () => {
            if (server.exitCode === null && server.signalCode === null) {
                await stop();
            }
            rmSync(folder, { recursive: true });
        },
    };
}
