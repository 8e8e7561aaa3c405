// Builds the front end into the folder given as first argument. Run by Maven; by hand: node build.mjs ../../../target/classes/static/assets
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(here, process.argv[2] ?? "../../../target/classes/static/assets");
// Beside the result, not in it: what is served holds assets only, and "mvn clean" forgets both together.
const stamp = resolve(out, "../../../frontend.stamp");
const modules = join(here, "node_modules");

function fail(sentence) {
  console.error(`front end: ${sentence}`);
  process.exit(1);
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`Node 20 or newer is needed to build it, this is ${process.version}. Install a newer Node, or pass -Dfrontend.skip for pages without style.`);
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function hash(paths) {
  const sum = createHash("sha256").update(process.version);
  for (const path of paths) {
    sum.update(path.slice(here.length).replaceAll("\\", "/")).update("\0").update(readFileSync(path)).update("\0");
  }
  return sum.digest("hex");
}

const installation = ["package.json", "package-lock.json", ".npmrc"].map((name) => join(here, name));
const wanted = hash([...installation, join(here, "build.mjs"), join(here, "tsconfig.json"), ...files(join(here, "src"))]);
if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && existsSync(join(out, "app.js"))) {
  console.log("front end: unchanged");
  process.exit(0);
}

const installed = join(modules, ".petition-desk");
const locked = hash(installation);
if (!existsSync(installed) || readFileSync(installed, "utf8") !== locked) {
  console.log("front end: installing packages, once");
  try {
    // npm is a script of its own kind on Windows, which only a shell can start.
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: here,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
  } catch (error) {
    fail(error.code === "ENOENT" ? "npm is missing; it comes with Node 20." : "npm ci failed, see above.");
  }
  writeFileSync(installed, locked);
}

try {
  execFileSync(process.execPath, [join(modules, "typescript", "bin", "tsc"), "--noEmit"], { cwd: here, stdio: "inherit" });
} catch {
  fail("the types do not fit, see above.");
}

const { build } = await import(pathToFileURL(join(modules, "esbuild", "lib", "main.js")).href);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const bundled = (entryPoints, ...plugins) =>
  build({
    plugins,
    absWorkingDir: here,
    entryPoints,
    outdir: out,
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022"],
    minify: true,
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".svg": "copy", ".woff": "file", ".woff2": "file", ".ttf": "file", ".eot": "file" },
    legalComments: "linked",
    logLevel: "warning",
    metafile: true,
  });
const drawing = (...kinds) =>
  kinds.flatMap((kind) => ["ts", "css"].map((type) => ({ in: `src/designer/${kind}.${type}`, out: `draw-${kind}` })));
// The form editor and the properties panel inside it each bring a Preact, and only one can draw a page: the editor's.
const onePreact = {
  name: "one-preact",
  setup: (builder) =>
    builder.onResolve({ filter: /(^|\/)preact(\/[\w-]+)?$/ }, ({ path, kind, pluginData }) =>
      pluginData
        ? undefined
        : builder.resolve(path.slice(path.indexOf("preact")), {
            kind,
            pluginData: true,
            resolveDir: join(modules, "@bpmn-io", "form-js-editor"),
          }),
    ),
};
let page;
try {
  page = await bundled(["src/app.ts", "src/app.css", "src/mark.svg"]);
  // By themselves, so that no page but the designer's ever loads a part of them.
  await bundled(drawing("bpmn", "dmn"));
  await bundled(drawing("form"), onePreact);
  // For tests, which bring it along: it is not served.
  await build({
    absWorkingDir: here,
    entryPoints: ["src/designer/roundtrip.ts"],
    outfile: resolve(out, "../../../roundtrip.js"),
    bundle: true,
    format: "iife",
    globalName: "roundTrip",
    minify: true,
  });
} catch {
  fail("bundling failed, see above.");
}

let first = 0;
const loaded = new Set(Object.keys(page.metafile.outputs).map((path) => resolve(here, path)));
for (const path of files(out)) {
  const gzip = gzipSync(readFileSync(path), { level: 9 });
  writeFileSync(`${path}.gz`, gzip);
  if (loaded.has(path) && /\.(js|css|svg)$/.test(path) && !/[\\/]diagram-/.test(path)) {
    first += gzip.length;
  }
}
writeFileSync(stamp, wanted);
console.log(`front end: built, ${Math.ceil(first / 1024)} KiB for a first view (gzip)`);
