import { isMap, isScalar } from 'yaml';
import type { ReadField } from '../film/fields.ts';
import { isRole, ROLES, type Role, type Roles } from '../document/roles.ts';
import { NAME_PATTERN, tidyName } from '../document/character-name.ts';
import type { Schema } from './schema.ts';

/** What the characters do: `roles: {asks: Alex, is asked: Sam}`. */
export const readRoles: ReadField<Roles> = (field) => {
  if (!isMap(field.value)) {
    return void field.wrong(
      'field-type',
      `Cannot read “${field.name}”: it needs who does what, “asks: Alex” and “is asked: Sam”`,
    );
  }
  const roles: Partial<Record<Role, string>> = {};
  for (const { key, value } of field.value.items) {
    const role = isScalar(key) ? String(key.value) : '';
    const name = isScalar(value) && typeof value.value === 'string' ? tidyName(value.value) : '';
    if (isRole(role) && name !== '') roles[role] = name;
    else {
      field.wrong(
        'field-type',
        `Cannot read “${role.slice(0, 40)}” in “${field.name}”: it needs one of ${ROLES.join(', ')}, and a name`,
        key,
      );
    }
  }
  return roles;
};

/** What an editor may know of them. */
export const rolesSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    ROLES.map((role) => [role, { type: 'string', pattern: NAME_PATTERN }]),
  ),
};
