# Sourced by run, test, tests/fuzz/run and .ci/run, from the clone's root: what must be on the machine, and how a preset
# of CMakePresets.json is built. What it says goes to stderr, so that stdout is left to what was asked for.

say() { printf '%s\n' "$*" >&2; }
die() {
    say "$*"
    exit 1
}

# missing_packages NEED...: those of cmake/packages.txt that neither dpkg nor a command of the same use provides.
missing_packages() {
    local need package instead reason wanted=()
    while read -r need package instead reason; do
        if [[ " $* " == *" $need "* ]] && ! { [ "$instead" != - ] && command -v "$instead" >/dev/null; }; then
            wanted+=("$package")
        fi
    done < <(grep -v '^#' cmake/packages.txt)
    [ ${#wanted[@]} -gt 0 ] || return 0
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null |
        sed -n 's/^installed //p') || true
    grep -vxF -e "$installed" < <(printf '%s\n' "${wanted[@]}") || true
}

# install_packages NEED...: installs what is missing, and does not call apt when nothing is.
install_packages() {
    command -v dpkg-query >/dev/null || {
        say "This is no Debian, so nothing is installed; what the build needs is listed in cmake/packages.txt."
        return 0
    }
    local missing as_root=()
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "Packages are missing and there is no sudo here. As root, run:" \
            "apt-get install --no-install-recommends ${missing[*]}"
        say "Installing packages needs root, so sudo may ask for your password. Nothing else is done as root."
        as_root=(sudo)
    fi
    say "Installing these Debian packages: ${missing[*]}"
    "${as_root[@]}" apt-get -q update </dev/null >&2 || die "apt-get update failed; its reason is above."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends \
        "${missing[@]}" </dev/null >&2 || die "apt-get install failed; its reason is above."
}

# build_preset NAME [TARGET...]: configures and builds build/NAME.
build_preset() {
    local name=$1
    shift
    mkdir -p build
    if [ ! -e "build/$name/build.ninja" ]; then
        say "Building in build/$name for the first time; this takes some minutes."
    fi
    cmake --preset "$name" >"build/$name.log" 2>&1 || {
        cat "build/$name.log" >&2
        die "CMake could not set up build/$name; its reason is above."
    }
    cmake --build "build/$name" --parallel "$(nproc)" ${1:+--target "$@"} >&2 ||
        die "The build in build/$name failed; the compiler's reason is above."
}
