import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { findPlace, type Document } from '../parse/document.js';
import { pathSetOf } from '../parse/pathSet.js';
import type { DataPath } from '../parse/yamlTree.js';
import { resolveWhen } from '../time/resolveWhen.js';
import type { When } from '../time/when.js';
import type { WhenContext } from '../time/whenContext.js';
import type { WhenForm } from '../time/whenForm.js';
import { createValueFixes } from '../validate/fix.js';
import { describeWayOut, withoutStop } from '../validate/schema/value.js';

/** Resolves the times of one file, and collects what cannot be resolved. */
export interface TimeReader {
  /** The time, or undefined when it has none; why is then among the diagnostics. */
  read: (form: WhenForm, context: Omit<WhenContext, 'zone'>, path: DataPath) => When | undefined;
  diagnostics: Diagnostic[];
  /** Where those times stand that cannot be resolved. */
  unclear: DataPath[];
}

/** A reader for one document, whose times without an offset are in `zone`. */
export function createTimeReader(document: Document, zone: string, damaged: readonly DataPath[]): TimeReader {
  const diagnostics: Diagnostic[] = [];
  const unclear: DataPath[] = [];
  return {
    diagnostics,
    unclear,
    read: (form, context, path) => {
      const resolved = resolveWhen(form, { ...context, zone });
      if (resolved.ok) return resolved.when;
      unclear.push(path);
      if (pathSetOf(damaged).isUnder(path)) return undefined;
      const hint = describeWayOut(resolved);
      const { shorter, suggestions = [] } = resolved;
      // It says the same; where something else may be meant as well the author decides.
      const fixes =
        shorter === undefined ? [] : createValueFixes(document, path, shorter, suggestions.length === 0);
      diagnostics.push({
        path: document.path,
        place: findPlace(document, path),
        level: 'error',
        blocks: true,
        rule: 'time-unclear',
        message: withoutStop(resolved.message),
        ...(hint === undefined ? {} : { hint }),
        ...(fixes.length === 0 ? {} : { fixes }),
      });
      return undefined;
    },
  };
}
