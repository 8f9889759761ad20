import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { homeFolder } from '../db/home.ts'
import type { GlobalOptions } from './door.ts'
import type { HubAsked } from './hub-door.ts'

/**
 * The systemd unit that keeps the hub at work as it was asked for, written for this machine and this user; `/etc/gishe/hub.env` may say
 * where the town's own server is. The hub is stopped alone (KillMode): the embedded database that it may have started serves the desks too.
 */
export const hubUnit = (asked: HubAsked, who: GlobalOptions): string => `[Unit]
Description=Gishe: hub of the satisfaction devices
After=network-online.target
Wants=network-online.target

[Service]
User=${process.env['USER'] ?? 'gishe'}
Environment=GISHE_HOME=${homeFolder()}
EnvironmentFile=-/etc/gishe/hub.env
ExecStart=${[...programOf(), 'web', ...optionsOf(asked), ...whoOf(who)].map(quoted).join(' ')}
ExecReload=/bin/kill -HUP $MAINPID
Restart=always
RestartSec=2
TimeoutStopSec=20
KillMode=process
NoNewPrivileges=yes${asked.port < 1024 ? '\nAmbientCapabilities=CAP_NET_BIND_SERVICE' : ''}

[Install]
WantedBy=multi-user.target`

const programOf = (): string[] => [process.execPath, realpathSync(process.argv[1] ?? 'gishe')]

const whoOf = ({ user, passwordFile }: GlobalOptions): string[] => [
  ...(user ? ['--user', user] : []),
  ...(passwordFile ? ['--password-file', resolve(passwordFile)] : []),
]

const optionsOf = ({ host, port, files, isProxied, areMetricsOpen, hook }: HubAsked): string[] => [
  ...['--host', host, '--port', String(port)],
  ...(files ? ['--cert', resolve(files.cert), '--key', resolve(files.key)] : ['--plain']),
  ...(isProxied ? ['--trust-proxy'] : []),
  ...(areMetricsOpen ? ['--metrics-open'] : []),
  ...(hook ? ['--on-alarm', resolve(hook)] : []),
]

/** systemd splits at blanks and reads % and $ as its own. */
const quoted = (word: string): string =>
  /[\s"\\%$]/.test(word)
    ? `"${word.replace(/["\\]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`
    : word
