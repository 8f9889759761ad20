import { realpathSync } from 'node:fs'
import { homeFolder } from '../db/home.ts'
import type { HubAsked } from './hub-door.ts'

/** The systemd unit that keeps the hub at work as it was asked for, written for this machine and this user. */
export const hubUnit = (asked: HubAsked): string => `[Unit]
Description=Gishe: hub of the satisfaction devices
After=network-online.target
Wants=network-online.target

[Service]
User=${process.env['USER'] ?? 'gishe'}
Environment=GISHE_HOME=${homeFolder()}
ExecStart=${[process.execPath, realpathSync(process.argv[1] ?? 'gishe'), 'web', ...optionsOf(asked)].map(quoted).join(' ')}
ExecReload=/bin/kill -HUP $MAINPID
Restart=always
RestartSec=2
TimeoutStopSec=20
NoNewPrivileges=yes

[Install]
WantedBy=multi-user.target`

const optionsOf = ({ host, port, files, isProxied, areMetricsOpen, hook }: HubAsked): string[] => [
  ...['--host', host, '--port', String(port)],
  ...(files ? ['--cert', files.cert, '--key', files.key] : ['--plain']),
  ...(isProxied ? ['--trust-proxy'] : []),
  ...(areMetricsOpen ? ['--metrics-open'] : []),
  ...(hook ? ['--on-alarm', hook] : []),
]

/** systemd splits at blanks and reads % and $ as its own. */
const quoted = (word: string): string =>
  /[\s"\\%$]/.test(word)
    ? `"${word.replace(/["\\]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`
    : word
