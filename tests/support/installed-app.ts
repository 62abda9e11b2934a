// An app that has our packages as users get them: packed and unpacked, with no package from npm but those that their manifests
// name. These are linked from this repository, so that no test asks a registry.
import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const OURS = '@pika-kit/'

interface Manifest {
  bin?: string | Record<string, string>
  dependencies?: Record<string, string>
}

const manifestOf = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest

/** Packs packages of this repository and unpacks them into `node_modules` of `folder`, each with its dependencies. */
export async function unpackPackages(names: string[], folder: string): Promise<void> {
  await Promise.all(
    names.map(async (name) => {
      const source = join(root, 'packages', name)
      const target = join(folder, 'node_modules', OURS, name)
      await mkdir(target, { recursive: true })
      await run('pnpm', ['pack', '--pack-destination', target], { cwd: source })
      const [tarball = ''] = await readdir(target)
      await run('tar', ['xzf', tarball, '--strip-components=1'], { cwd: target })
      await rm(join(target, tarball))
      for (const dependency of Object.keys((await manifestOf(target)).dependencies ?? {})) {
        if (!dependency.startsWith(OURS))
          await link(join(source, 'node_modules', dependency), dependency, target)
      }
    }),
  )
}

/** Does what `npm ci` would in the folder of an app: links what it depends on, ours from where `unpackPackages` put it, with its commands. */
export async function installInto(app: string, unpacked: string, dependencies: string[]): Promise<void> {
  await mkdir(join(app, 'node_modules', '.bin'), { recursive: true })
  for (const name of dependencies) {
    const place = name.startsWith(OURS) ? unpacked : join(root, 'tests')
    const folder = await link(join(place, 'node_modules', name), name, app)
    const { bin = {} } = await manifestOf(folder)
    const commands = typeof bin === 'string' ? { [name.replace(/^.*\//, '')]: bin } : bin
    for (const [command, file] of Object.entries(commands))
      await symlink(join(folder, file), join(app, 'node_modules', '.bin', command))
  }
}

async function link(from: string, name: string, to: string): Promise<string> {
  const folder = await realpath(from)
  const place = join(to, 'node_modules', name)
  await mkdir(dirname(place), { recursive: true })
  await symlink(folder, place)
  return folder
}
