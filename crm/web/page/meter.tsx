// A thin bar in proportion; the number beside it says the same.

export function Meter({ value, most }: { value: number; most: number }) {
    const width = most > 0 ? (value / most) * 100 : 0;
    return (
        <svg class="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="track" width="100" height="6" />
            {value > 0 && <rect width={Math.max(width, 1)} height="6" />}
        </svg>
    );
}
