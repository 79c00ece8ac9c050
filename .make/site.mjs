// Finishes the files of the site: node .make/site.mjs FOLDER
// Those of FOLDER/pkg get names that change with their content, told by FOLDER/../hash.txt, where
// the server looks; and every file that compression makes smaller gets a .br and a .gz beside it.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const compressible = new Set(['.css', '.js', '.svg', '.txt', '.wasm'])

const site = process.argv[2]
const pkg = join(site, 'pkg')
let hashes = ''
for (const name of readdirSync(pkg).sort()) {
  const kind = extname(name).slice(1)
  const hash = createHash('sha256').update(readFileSync(join(pkg, name))).digest('base64url').slice(0, 22)
  renameSync(join(pkg, name), join(pkg, `concord.${hash}.${kind}`))
  hashes += `${kind}: ${hash}\n`
}
writeFileSync(join(site, '..', 'hash.txt'), hashes)

for (const name of readdirSync(site, { recursive: true })) {
  const path = join(site, name)
  if (!statSync(path).isFile() || !compressible.has(extname(path))) continue
  const content = readFileSync(path)
  const size = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length, [constants.BROTLI_PARAM_LGWIN]: 24 } }
  for (const [ending, twin] of [['.br', brotliCompressSync(content, size)], ['.gz', gzipSync(content, { level: 9 })]]) {
    if (twin.length < content.length) writeFileSync(path + ending, twin)
  }
}
