# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# The function's zip: native (one executable for provided.al2023) or portable (assemblies for the runtime dotnet10).

newest_glibc=34 # minor version of the C library in Amazon Linux 2023, which is 2.34

machine_architecture() {
  case $(uname -m) in
    x86_64 | amd64) echo x86_64 ;;
    aarch64 | arm64) echo arm64 ;;
    *) uname -m ;;
  esac
}

# The reason why this machine cannot build the native variant; empty if it can.
native_obstacle() {
  if [ "$(uname -s)" != Linux ]; then
    echo "native code for Lambda is built on Linux, and this is $(uname -s)"
  elif [ "$(machine_architecture)" != "$architecture" ]; then
    echo "this machine is $(machine_architecture), and the function $architecture"
  elif ! command -v clang > /dev/null 2>&1 && ! command -v gcc > /dev/null 2>&1; then
    echo 'there is no clang or gcc to link it'
  fi
}

# The architecture from the option, or else the one that this machine can build without emulation.
choose_architecture() {
  [ -z "$architecture" ] || return 0
  architecture=x86_64
  if [ "$build" != portable ] && [ "$(uname -s)" = Linux ] && [ "$(machine_architecture)" = arm64 ]; then architecture=arm64; fi
}

# Sets artifact, artifact_hash and runtime. Without --build: native if this machine can build it, else portable.
build_artifact() {
  local obstacle
  case $build in
    native)
      obstacle=$(native_obstacle)
      [ -z "$obstacle" ] || fail "The native build is impossible here, since $obstacle: leave --build out, or add --build portable."
      publish_native || fail "The native build failed ($(build_complaint)): mend that, or add --build portable."
      ;;
    portable) publish_portable ;;
    *)
      obstacle=$(native_obstacle)
      if [ -n "$obstacle" ]; then
        note "Building portable, since $obstacle."
      elif publish_native; then
        note 'Built native, since this machine can.'
        build=native
      else
        obstacle=$(build_complaint)
        note "Building portable, since the native build does not work here: $obstacle"
      fi
      [ "$build" = native ] || publish_portable
      ;;
  esac
  pack
}

runtime_identifier() { if [ "$architecture" = arm64 ]; then echo linux-arm64; else echo linux-x64; fi; }

publish_native() {
  publish -r "$(runtime_identifier)" -p:PublishAot=true || return 1
  local needed
  needed=$(LC_ALL=C grep -ao 'GLIBC_2\.[0-9]*' "$work/publish/bootstrap" | cut -d . -f 2 | sort -n | tail -n 1)
  if [ "${needed:-0}" -gt "$newest_glibc" ]; then
    echo "error : the linker bound it to GLIBC_2.$needed, and Amazon Linux 2023 has 2.$newest_glibc" > "$work/build.log"
    return 1
  fi
  keep_only bootstrap
  runtime=provided.al2023
  built=native-$architecture
}

publish_portable() {
  # Assemblies that are compiled for the processor in advance start much faster, but the compiler for that may be missing. The
  # same assemblies also run without it.
  local common=(-p:PublishAot=false -p:UseAppHost=false)
  publish "${common[@]}" -r "$(runtime_identifier)" --self-contained false -p:PublishReadyToRun=true || publish "${common[@]}" ||
    fail "The build failed ($(build_complaint)): dotnet publish src/Eliza.Function shows the whole story."
  keep_only '*.dll' '*.deps.json' '*.runtimeconfig.json'
  runtime=dotnet10
  built=portable-$architecture
}

# Leaves out the commit and the symbols, which also name the commit: a commit that does not change the code gives the same artifact.
# Each deployment builds in a folder of its own, because another one may be building from the same files.
publish() {
  rm -rf "$work/publish"
  (cd "$root" && DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 ArtifactsPath=$work/build dotnet publish src/Eliza.Function -c Release \
    -p:IncludeSourceRevisionInInformationalVersion=false -p:DebugType=none -o "$work/publish" "$@") > "$work/build.log" 2>&1
}

# The first error of the last build, without the path of the project.
build_complaint() {
  local line
  line=$(grep -m 1 'error ' "$work/build.log" | sed 's/^.*error *//; s/ *\[[^]]*\]$//')
  printf '%s' "${line:-$(tail -n 1 "$work/build.log")}"
}

keep_only() { # patterns: lists the published files for the zip
  local pattern
  : > "$work/files"
  for pattern in "$@"; do (cd "$work/publish" && find . -type f -name "$pattern") >> "$work/files"; done
  LC_ALL=C sort -o "$work/files" "$work/files"
  [ -s "$work/files" ] || fail 'The build succeeded but left nothing to deploy: run dotnet publish src/Eliza.Function and look.'
}

# The same files give the same bytes: fixed order, times and permissions, and no extra fields.
pack() {
  artifact=$work/function.zip
  (
    cd "$work/publish"
    export TZ=UTC
    tr '\n' '\0' < "$work/files" | xargs -0 touch -t 198001010000
    tr '\n' '\0' < "$work/files" | xargs -0 chmod 755
    zip -X -q -@ "$artifact" < "$work/files"
  ) || fail "The zip could not be written to $work: make room there, or set TMPDIR to another folder."
  artifact_hash=$(sha256 < "$artifact")
  artifact_key=$stack/$built-$artifact_hash.zip
  note "$built, $(($(wc -c < "$artifact") / 1024)) KB, sha256 $(printf %.12s "$artifact_hash")"
}

# The digest of standard input in hexadecimal. macOS has shasum, most Linux systems have sha256sum.
sha256() {
  if command -v sha256sum > /dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -c 1-64
}
