// The way to the server: JSON in, JSON out, and one kind of failure.

/** What went wrong, in the server's own sentence; kind "offline" when there was no answer at all. */
export class Failure extends Error {
    constructor(
        readonly kind: string,
        sentence: string,
    ) {
        super(sentence);
    }
}

async function ask<T>(path: string, options: RequestInit): Promise<T> {
    let answer: Response;
    try {
        answer = await fetch(path, { ...options, headers: { accept: "application/json", ...options.headers } });
    } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") {
            throw error;
        }
        throw new Failure("offline", "");
    }
    const value: unknown = await answer.json().catch(() => null);
    if (!answer.ok || value === null) {
        throw as_failure(value, answer.status);
    }
    return value as T;
}

function as_failure(value: unknown, status: number): Failure {
    const error = (value as { error?: { kind?: unknown; sentence?: unknown } } | null)?.error;
    if (typeof error?.kind === "string" && typeof error.sentence === "string") {
        return new Failure(error.kind, error.sentence);
    }
    return new Failure("internal", `HTTP ${status}`);
}

export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return ask<T>(path, { signal: signal ?? null });
}

export function send<T>(path: string, body: unknown): Promise<T> {
    return ask<T>(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
    });
}

export const addresses = {
    queue: (limit: number) => `/api/queue?limit=${limit}`,
    conversation: (id: string) => `/api/conversations/${encodeURIComponent(id)}`,
    fans: (sort: string, limit: number) => `/api/fans?sort=${encodeURIComponent(sort)}&limit=${limit}`,
    fan: (key: string) => `/api/fans/${encodeURIComponent(key)}`,
    cascades: (limit: number) => `/api/cascades?limit=${limit}`,
    cascade: (key: string) => `/api/cascades/${encodeURIComponent(key)}`,
    accounts: () => "/api/accounts",
    matches: (limit: number) => `/api/matches?limit=${limit}`,
    decide_match: (id: string, act: "accept" | "reject" | "forget") => `/api/matches/${encodeURIComponent(id)}/${act}`,
    preview_matches: (above: number) => `/api/matches/accept?above=${above}&preview=true`,
    accept_matches: (above: number, digest: string) => `/api/matches/accept?above=${above}&digest=${digest}`,
    undo_merge: (id: string) => `/api/merges/${encodeURIComponent(id)}/undo`,
    refresh_scores: () => "/api/scores/refresh",
};

/** Addresses that came in with a payload may be anything: only those that lead to a page are shown as links. */
export function safe_url(url: string): string | null {
    return /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}
