#!/bin/sh
# build.sh: what Netlify and Cloudflare Pages run. Ends with another code than 0, and so stops the deploy, where something blocks.
# AFTERWORD_REPOSITORY says where Afterword can be cloned from. What stands behind it goes to `build`.
set -eu

tool="${AFTERWORD_FOLDER:-.afterword-tool}"
if [ ! -d "$tool" ]; then
  git clone --depth 1 "$AFTERWORD_REPOSITORY" "$tool"
fi
(cd "$tool" && npm ci && npm run bundle)

# The internal site is not even made there: these hosts show every deploy to whoever has its address.
node "$tool/dist/cli.js" build --public-only "$@"
