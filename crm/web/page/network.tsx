// The badge of a network: its name, and a colour of its own where we know one.
import { network_name } from "./format.ts";

const coloured = new Set([
    "facebook",
    "instagram",
    "youtube",
    "mastodon",
    "x",
    "tiktok",
    "bluesky",
    "linkedin",
    "threads",
    "reddit",
]);

export function NetworkBadge({ network }: { network: string }) {
    return <span class={`network net-${coloured.has(network) ? network : "other"}`}>{network_name(network)}</span>;
}
