// What a fan did over time as small bars. The sentence below says the same in words.
import { over_time } from "./over_time.ts";
import { use_speech } from "./language.tsx";
import type { HistoryEntry } from "./models.ts";

const bar_width = 10;
const height = 44;

export function OverTime({ history }: { history: HistoryEntry[] }) {
    const { say, date, count } = use_speech();
    const { period, stretches } = over_time(history.map((entry) => Date.parse(entry.occurred_at)));
    const first = stretches[0];
    const last = stretches[stretches.length - 1];
    if (!first || !last) {
        return null;
    }
    const most = Math.max(...stretches.map((stretch) => stretch.count));
    const on = (ms: number) => date(new Date(ms).toISOString());
    const about = say("over_time_about", {
        period: say(period),
        max: most,
        first: on(first.begins_at),
        last: on(last.begins_at),
    });
    const width = Math.max(stretches.length, 12) * bar_width;
    return (
        <figure class="over-time">
            <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={about}>
                {stretches.map((stretch, i) => {
                    const tall = stretch.count === 0 ? 1 : Math.max((stretch.count / most) * height, 4);
                    return (
                        <rect
                            key={stretch.begins_at}
                            class={stretch.count === 0 ? "none" : ""}
                            x={i * bar_width + 1}
                            y={height - tall}
                            width={bar_width - 2}
                            height={tall}
                        >
                            <title>{`${on(stretch.begins_at)} : ${count(stretch.count)}`}</title>
                        </rect>
                    );
                })}
            </svg>
            <figcaption>{about}</figcaption>
        </figure>
    );
}
