// How a person is named: the display name as the network shows it, in its own direction, and the handle beside it.
import { at_handle } from "./format.ts";
import { use_speech } from "./language.tsx";

export function name_of(person: { display_name: string; handle?: string }, unknown: string): string {
    return person.display_name || at_handle(person.handle ?? "") || unknown;
}

export function Name({ person }: { person: { display_name: string; handle?: string } }) {
    const { say } = use_speech();
    return <bdi>{name_of(person, say("someone"))}</bdi>;
}

export function Handle({ handle }: { handle: string }) {
    return handle ? <bdi class="handle">{at_handle(handle)}</bdi> : null;
}
