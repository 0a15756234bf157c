// What a view shows when it has nothing to show: still loading, failed, or empty; an empty one says what to do.
import type { ComponentChildren } from "preact";
import type { Loaded } from "./load.ts";
import type { Failure } from "./api.ts";
import { Icon } from "./icons.tsx";
import { use_speech } from "./language.tsx";
import { Title } from "./title.tsx";

/** Grey lines where the view will be: seen after a moment only, so that a fast answer does not flash. */
export function Loading() {
    const { say } = use_speech();
    return (
        <div class="loading" role="status">
            <span class="hidden">{say("loading")}</span>
            <i />
            <i />
            <i />
        </div>
    );
}

export function Failed({ failure, again }: { failure: Failure; again: () => void }) {
    const { say } = use_speech();
    return (
        <div class="notice failed" role="alert">
            <Icon name="warning" />
            <h2>{say(failure.kind === "not_found" ? "not_found" : "failed")}</h2>
            {failure.kind === "offline" ? <p>{say("failed_offline")}</p> : <p lang="en">{failure.message}</p>}
            <button type="button" class="button" onClick={again}>
                {say("again")}
            </button>
        </div>
    );
}

export function Empty({ title, about, commands }: { title: string; about: string; commands: string[] }) {
    return (
        <div class="notice empty">
            <Harbour />
            <h2>{title}</h2>
            <p>{about}</p>
            <pre tabIndex={0}>{commands.join("\n")}</pre>
        </div>
    );
}

/** A quiet sea by night, for when there is nothing to do. */
function Harbour() {
    return (
        <svg class="harbour" viewBox="0 0 240 90" width="240" height="90" aria-hidden="true" focusable="false">
            <path class="beam" d="M62 30L236 8v40z" />
            <path class="wave" d="M0 72q15-8 30 0t30 0 30 0 30 0 30 0 30 0 30 0 30 0" />
            <path class="wave" d="M15 82q15-8 30 0t30 0 30 0 30 0 30 0 30 0 30 0" />
            <path class="tower" d="M51 38h14l4 34H47zM48 24l10-9 10 9z" />
            <path class="light" d="M52 25h12v12H52z" />
        </svg>
    );
}

interface ShownProps<T> {
    loaded: Loaded<T>;
    title?: string; // the heading as long as the value, which names itself, is not there
    children: (value: T) => ComponentChildren;
}

/** Draws the value when it is there, and otherwise why it is not. */
export function Shown<T>({ loaded, title, children }: ShownProps<T>) {
    const { say } = use_speech();
    if (loaded.value !== undefined) {
        return (
            <>
                {loaded.failure && (
                    <p class="stale" role="status">
                        {say("failed_stale")}
                    </p>
                )}
                {children(loaded.value)}
            </>
        );
    }
    return (
        <>
            {title && <Title text={title} />}
            {loaded.failure ? <Failed failure={loaded.failure} again={loaded.again} /> : <Loading />}
        </>
    );
}
