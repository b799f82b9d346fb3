# The program without Swift on your machine; the build needs this clone, what is run only the last stage.
#   docker build -t sitegen . && docker run --rm -u "$(id -u)" -v "$PWD:/site" -w /site sitegen --content mine
FROM swift:6.2-bookworm AS build
WORKDIR /sitegen
COPY .ci/install .ci/install
RUN bash .ci/install
COPY . .
RUN swift build -c release --static-swift-stdlib --product sitegen

FROM debian:bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends libcmark0.30.2 libssl3 zlib1g poppler-utils \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /sitegen/.build/release/sitegen /usr/local/bin/
COPY --from=build /sitegen/Content /usr/local/share/sitegen/Content
COPY --from=build /sitegen/Templates /usr/local/share/sitegen/Templates
ENTRYPOINT ["sitegen"]
