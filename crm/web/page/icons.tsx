// A small set of drawings, all on a 20 x 20 grid. They decorate: the words stand beside them or in a label.

const paths = {
    queue: "M3 5h14M3 10h14M3 15h8",
    fans:
        "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.5c0-3 2.5-4.5 5.5-4.5s5.5 1.5 5.5 4.5" +
        "M13 4a3 3 0 0 1 0 5.3M14.5 12.3c2.1.5 3.5 1.9 3.5 4.2",
    matches: "M7.5 15a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM12.5 15a5 5 0 1 0 0-10 5 5 0 0 0 0 10Z",
    cascades: "M3 10h4M7 10c4 0 2-6 6-6h2M7 10c4 0 2 6 6 6h2M7 10h8",
    keys: "M2.5 5.5h15v9h-15zM6 12h8M5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01",
    down: "M5 8l5 5 5-5",
    left: "M12 5l-5 5 5 5",
    right: "M8 5l5 5-5 5",
    out: "M8 4H4v12h12v-4M11.5 3.5h5v5M16 4l-7 7",
    close: "M5 5l10 10M15 5L5 15",
    warning: "M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.1",
    talk: "M3 4h14v9H9l-4 3.5V13H3z",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
    return (
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d={paths[name]} />
        </svg>
    );
}

/** The lantern: the product's mark. */
export function Lantern() {
    return (
        <svg class="lantern" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <path class="beam" d="M20 8.5l11-4v10l-11-3zM12 8.5l-11-4v10l11-3z" />
            <path class="light" d="M12 7h8v6h-8z" />
            <path class="tower" d="M11 7l5-4.5L21 7zM11.4 13h9.2L22.5 26h-13zM8 26h16v3H8z" />
        </svg>
    );
}
