// Why a conversation stands where it stands: the signals as chips, as a bar, and as the sum that they make.
import type { Signal } from "./models.ts";
import { round_parts } from "./format.ts";
import { use_speech } from "./language.tsx";

/** Signals that mean alike look alike: those that wait, ask, alarm, weigh, please, speak in private. */
const hues = [
    ["waiting"],
    ["question", "request", "purchase_intent"],
    ["complaint", "emergency", "insult"],
    ["influence", "reach"],
    ["praise", "thanks"],
    ["message", "persistence"],
];

function hue_of(name: string): string {
    const index = hues.findIndex((names) => names.includes(name));
    return `hue-${index < 0 ? "other" : index}`;
}

interface Term {
    signal: Signal;
    shown: number; // hours, to 0.1, so that all of them add up to the total shown
}

function terms_of(signals: Signal[]): { terms: Term[]; total: number } {
    const { parts, total } = round_parts(signals.map((signal) => signal.value));
    return { terms: signals.map((signal, i) => ({ signal, shown: parts[i] as number })), total };
}

export function total_of(signals: Signal[]): number {
    return round_parts(signals.map((signal) => signal.value)).total;
}

/** The signals that weigh, in the server's order: the largest first, and the wait last. */
export function Chips({ signals }: { signals: Signal[] }) {
    const speech = use_speech();
    const { terms } = terms_of(signals);
    const weighty = terms.filter((term) => term.shown !== 0);
    return (
        <ul class="chips">
            {weighty.map(({ signal, shown }) => (
                <li key={signal.name} class={hue_of(signal.name)}>
                    {speech.signal(signal.name)} <b>{speech.hours(shown, true)}</b>
                </li>
            ))}
        </ul>
    );
}

/** What adds, end to end, in proportion; what takes away is hatched at the end. */
export function Bar({ signals }: { signals: Signal[] }) {
    const { terms } = terms_of(signals);
    const whole = terms.reduce((sum, { shown }) => sum + Math.abs(shown), 0);
    if (whole === 0) {
        return null;
    }
    const ordered = [...terms].sort((a, b) => Math.sign(b.shown) - Math.sign(a.shown));
    let x = 0;
    return (
        <svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {ordered.map(({ signal, shown }) => {
                const width = (Math.abs(shown) / whole) * 1000;
                const left = x;
                x += width;
                const gap = width > 6 ? 3 : 0;
                return (
                    <rect
                        key={signal.name}
                        class={`${hue_of(signal.name)} ${shown < 0 ? "taken" : ""}`}
                        x={left}
                        y="0"
                        width={width - gap}
                        height="10"
                    />
                );
            })}
        </svg>
    );
}

function Reason({ signal }: { signal: Signal }) {
    const { say, duration, reason } = use_speech();
    if (signal.name === "waiting") {
        return <td>{say("since", { duration: duration(signal.value * 3600) })}</td>;
    }
    const said = reason(signal);
    return said === undefined ? <td lang="en">{signal.reason}</td> : <td>{said}</td>;
}

/** The whole sum, line by line. */
export function Sum({ signals, id }: { signals: Signal[]; id?: string }) {
    const speech = use_speech();
    const { say, hours } = speech;
    const { terms, total } = terms_of(signals);
    return (
        <div class="sum" id={id}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say("sum_signal")}</th>
                        <th scope="col">{say("sum_reason")}</th>
                        <th scope="col" class="number">
                            {say("sum_hours")}
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {terms.map(({ signal, shown }) => (
                        <tr key={signal.name}>
                            <th scope="row" class={hue_of(signal.name)}>
                                {speech.signal(signal.name)}
                            </th>
                            <Reason signal={signal} />
                            <td class="number" data-hours={shown}>
                                {hours(shown, true)}
                            </td>
                        </tr>
                    ))}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row" colSpan={2}>
                            {say("sum_total")}
                        </th>
                        <td class="number" data-total={total}>
                            {hours(total)}
                        </td>
                    </tr>
                </tfoot>
            </table>
            <p class="about">{say("sum_about")}</p>
        </div>
    );
}
