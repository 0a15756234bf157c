// The heading of a view. It names the window too, and takes the focus when the view comes up, so that a screen reader
// says where one is and the next Tab starts there.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

let is_first = true; // the page itself has just been loaded: the browser knows better where the focus belongs

export function Title({ text, children }: { text: string; children?: ComponentChildren }) {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        if (!is_first && !document.activeElement?.matches("[data-item]")) {
            scrollTo(0, 0);
            heading.current?.focus({ preventScroll: true });
        }
        is_first = false;
    }, []);
    useEffect(() => {
        document.title = `${text} · Fanal`;
    }, [text]);
    return (
        <h1 ref={heading} tabIndex={-1}>
            {children ?? text}
        </h1>
    );
}
