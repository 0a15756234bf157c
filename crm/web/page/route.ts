// Addresses of the page. Every view has one, so that it can be kept, sent and gone back to.
import { useEffect, useState } from "preact/hooks";

export type Route =
    | { view: "queue"; limit: number }
    | { view: "conversation"; id: string }
    | { view: "fans"; sort: string; limit: number }
    | { view: "fan"; key: string }
    | { view: "matches"; limit: number }
    | { view: "cascades"; limit: number }
    | { view: "cascade"; key: string }
    | { view: "nowhere" };

const page_size = 50;
const limit_max = 1000;

function limit_of(query: URLSearchParams): number {
    const limit = Math.trunc(Number(query.get("limit")));
    return limit > 0 ? Math.min(limit, limit_max) : page_size;
}

function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

export function parse_route(address: string): Route {
    const url = new URL(address, "http://fanal.invalid");
    const [place = "", key = "", ...rest] = url.pathname.split("/").slice(1).map(decoded);
    const limit = limit_of(url.searchParams);
    if (rest.length > 0) {
        return { view: "nowhere" };
    }
    if ((place === "" || place === "queue") && key === "") {
        return { view: "queue", limit };
    }
    switch (place) {
        case "conversations":
            return key ? { view: "conversation", id: key } : { view: "queue", limit };
        case "fans":
            return key
                ? { view: "fan", key }
                : { view: "fans", sort: url.searchParams.get("sort") ?? "influence", limit };
        case "matches":
            return key ? { view: "nowhere" } : { view: "matches", limit };
        case "cascades":
            return key ? { view: "cascade", key } : { view: "cascades", limit };
        default:
            return { view: "nowhere" };
    }
}

export const links = {
    queue: (limit = page_size) => (limit === page_size ? "/queue" : `/queue?limit=${limit}`),
    conversation: (id: string) => `/conversations/${encodeURIComponent(id)}`,
    fans: (sort?: string, limit = page_size) => {
        const query = [sort ? `sort=${encodeURIComponent(sort)}` : "", limit === page_size ? "" : `limit=${limit}`];
        const text = query.filter(Boolean).join("&");
        return text ? `/fans?${text}` : "/fans";
    },
    fan: (key: string) => `/fans/${encodeURIComponent(key)}`,
    matches: (limit = page_size) => (limit === page_size ? "/matches" : `/matches?limit=${limit}`),
    cascades: (limit = page_size) => (limit === page_size ? "/cascades" : `/cascades?limit=${limit}`),
    cascade: (key: string) => `/cascades/${encodeURIComponent(key)}`,
};

/** The next step of a list, and whether there can be one. */
export function longer(limit: number): number | undefined {
    const next = limit < 200 ? limit + page_size * 3 : limit_max;
    return limit >= limit_max ? undefined : next;
}

const moved = "fanal-moved";

export function go(link: string, how: "push" | "replace" = "push"): void {
    if (how === "push") {
        history.pushState(null, "", link);
    } else {
        history.replaceState(history.state, "", link);
    }
    dispatchEvent(new Event(moved));
}

function here(): string {
    return location.pathname + location.search;
}

/** Plain clicks on our own links stay in the page; the others (new tab, download, another site) are the browser's. */
function follow(click: MouseEvent): void {
    const link = (click.target as Element | null)?.closest?.("a");
    const address = link?.getAttribute("href");
    const plain = click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey;
    if (
        !address?.startsWith("/") ||
        address.startsWith("//") ||
        link?.hasAttribute("target") ||
        !plain ||
        click.defaultPrevented
    ) {
        return;
    }
    click.preventDefault();
    go(address);
}

/** The address shown now; the component is drawn again when it changes. */
export function use_address(): string {
    const [address, set_address] = useState(here);
    useEffect(() => {
        const look = () => set_address(here());
        addEventListener("popstate", look);
        addEventListener(moved, look);
        document.addEventListener("click", follow);
        return () => {
            removeEventListener("popstate", look);
            removeEventListener(moved, look);
            document.removeEventListener("click", follow);
        };
    }, []);
    return address;
}
