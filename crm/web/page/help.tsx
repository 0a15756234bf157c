// The overlay that lists the keys listened to on this view.
import { Fragment } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icons.tsx";
import { type Binding, key_groups } from "./keys.ts";
import { use_speech } from "./language.tsx";

export function Help({ close }: { close: () => void }) {
    const { say } = use_speech();
    const dialog = useRef<HTMLDialogElement>(null);
    useEffect(() => {
        dialog.current?.showModal();
    }, []);
    return (
        <dialog
            ref={dialog}
            class="help"
            aria-labelledby="help-title"
            onClose={close}
            onClick={(click) => click.target === dialog.current && dialog.current?.close()}
        >
            <header>
                <h2 id="help-title">{say("keys")}</h2>
                <button type="button" class="tool" onClick={() => dialog.current?.close()} aria-label={say("close")}>
                    <Icon name="close" />
                </button>
            </header>
            {key_groups().map((group) => (
                <section key={group.word}>
                    <h3>{say(group.word)}</h3>
                    <dl>
                        {group.bindings.map((binding) => (
                            <Fragment key={binding.word}>
                                <dt>
                                    <Keys binding={binding} />
                                </dt>
                                <dd>{say(binding.word)}</dd>
                            </Fragment>
                        ))}
                    </dl>
                </section>
            ))}
        </dialog>
    );
}

function Keys({ binding }: { binding: Binding }) {
    const { say } = use_speech();
    return (
        <>
            {binding.keys.map((sequence, turn) => (
                <Fragment key={sequence}>
                    {turn > 0 && ` ${say("key_or")} `}
                    {sequence.split(" ").map((key, place) => (
                        <Fragment key={key}>
                            {place > 0 && ` ${say("key_then")} `}
                            <kbd>{key === "Enter" ? say("key_enter") : key}</kbd>
                        </Fragment>
                    ))}
                </Fragment>
            ))}
        </>
    );
}
