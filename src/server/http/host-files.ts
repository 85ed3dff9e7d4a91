import { TYPES } from '../../site/media-types.ts';
import { PLAIN_STYLE } from '../../site/not-here.ts';
import { featurePolicy, SAFE_HEADERS, safePolicy } from '../../site/policy.ts';

/** A file that tells a web host what to send along: its path in the site, and its text. */
export type HostFile = { readonly path: string; readonly text: string };

/** A header’s name and what it says. */
type Header = readonly [name: string, value: string];

/** Their names change with what is in them. */
const FOREVER = 'public, max-age=31536000, immutable';

/** What only a static site holds. */
const MORE_TYPES = {
  txt: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
  zip: 'application/zip',
};

/** The files that make common web hosts send our headers: Netlify and Cloudflare Pages, Apache, IIS, and a part of nginx’s own settings. */
export function hostFiles(): readonly HostFile[] {
  const headers = headersOf();
  return [
    { path: '_headers', text: forNetlify(headers) },
    { path: '.htaccess', text: forApache(headers) },
    { path: 'web.config', text: forIis(headers) },
    { path: 'nginx-headers.conf', text: forNginx(headers) },
  ];
}

/**
 * What a host sends with every file. A page’s own policy is in its head, and both hold: so this one allows what any page of ours may,
 * and adds what only a header can say, that no one frames a page.
 */
function headersOf(): readonly Header[] {
  const all = {
    ...SAFE_HEADERS,
    'content-security-policy': safePolicy({
      style: PLAIN_STYLE,
      chosenFilm: true,
      ownPictures: true,
    }),
  };
  return Object.entries(all).map(([name, value]) => [
    name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    value,
  ]);
}

/** What the presenter’s pages may ask for, and no others. */
const PRESENTERS = featurePolicy({ camera: true });

// Where two rules set one header, hosts join them: so each is set once. Of a policy of features said twice the last counts (RFC 9651, 3.2).
function forNetlify(headers: readonly Header[]): string {
  return `# Netlify and Cloudflare Pages read this file where it lies at the root of the site.
/*
${headers.map(([name, value]) => `  ${name}: ${value}`).join('\n')}

/present/*
  Permissions-Policy: ${PRESENTERS}

/assets/*
  Cache-Control: ${FOREVER}
`;
}

function forApache(headers: readonly Header[]): string {
  const types = typed().map(
    ([type, endings]) => `  AddType "${type}" ${endings.map((ending) => `.${ending}`).join(' ')}`,
  );
  return `# Apache reads this file where "AllowOverride FileInfo Indexes" lets it.
DirectoryIndex index.html
<IfModule mod_headers.c>
${headers.map(([name, value]) => `  Header always set ${name} "${value}"`).join('\n')}
  <IfModule mod_setenvif.c>
    SetEnvIf Request_URI "/present/" WHOLECLASS_PRESENT
    Header always set Permissions-Policy "${PRESENTERS}" env=WHOLECLASS_PRESENT
    SetEnvIf Request_URI "/assets/[^/]+$" WHOLECLASS_ASSET
    Header set Cache-Control "${FOREVER}" env=WHOLECLASS_ASSET
  </IfModule>
</IfModule>
<IfModule mod_mime.c>
${types.join('\n')}
</IfModule>
`;
}

function forIis(headers: readonly Header[]): string {
  const maps = Object.entries({ ...TYPES, ...MORE_TYPES }).map(
    ([ending, type]) =>
      `      <remove fileExtension=".${ending}" />\n      <mimeMap fileExtension=".${ending}" mimeType="${type}" />`,
  );
  const sent = headers.map(
    ([name, value]) =>
      `        <remove name="${name}" />\n        <add name="${name}" value="${value}" />`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- IIS reads this file in the folder it lies in. -->
<configuration>
  <system.webServer>
    <defaultDocument>
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
${maps.join('\n')}
    </staticContent>
    <httpProtocol>
      <customHeaders>
${sent.join('\n')}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="present">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <remove name="Permissions-Policy" />
          <add name="Permissions-Policy" value="${PRESENTERS}" />
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`;
}

function forNginx(headers: readonly Header[]): string {
  const types = typed().map(([type, endings]) => `  ${plain(type)} ${endings.join(' ')};`);
  const texts = typed().map(([type]) => plain(type));
  return `# For nginx: put this file where its settings are, and in the location that serves the site write
#   include wholeclass/nginx-headers.conf;
# It holds only there: a location that sets a header of its own keeps none of these.
index index.html;
set $wholeclass_camera "()";
if ($uri ~ "/present/") { set $wholeclass_camera "(self)"; }
${headers.map(([name, value]) => `add_header ${name} "${value.replace('camera=()', 'camera=$wholeclass_camera')}" always;`).join('\n')}
types {
${types.join('\n')}
}
charset utf-8;
charset_types ${texts.filter((type) => /^text\/(?!html)|json$/.test(type)).join(' ')};
`;
}

function plain(type: string): string {
  return type.split(';', 1)[0] ?? '';
}

/** Each type with the endings that have it. */
function typed(): readonly (readonly [type: string, endings: readonly string[]])[] {
  const all = Object.entries({ ...TYPES, ...MORE_TYPES });
  return [...new Set(all.map(([, type]) => type))].map((type) => [
    type,
    all.flatMap(([ending, other]) => (other === type ? [ending] : [])),
  ]);
}
