import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Metadata = ReturnType<Storage['getTargetValidationMetadatas']>;

/**
 * class-validator looks through every known class for each object it validates. What it finds for
 * one class never changes once the class is loaded, so it is found once. Groups, which would change
 * the answer, are passed on.
 */
export function rememberMetadata(storage: Storage = getMetadataStorage()): void {
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const group = storage.groupByPropertyName.bind(storage);
  const found = new WeakMap<object, Metadata>();
  const grouped = new WeakMap<Metadata, ReturnType<typeof group>>();
  storage.getTargetValidationMetadatas = (type, schema, always, strict, groups) => {
    // `schema` is the name of the enclosing class, and makes no difference to that of a class.
    if (always || strict || groups) return find(type, schema, always, strict, groups);
    let metadata = found.get(type);
    if (metadata === undefined) {
      metadata = find(type, schema, always, strict, groups);
      found.set(type, metadata);
    }
    return metadata;
  };
  storage.groupByPropertyName = (metadata) => {
    let groups = grouped.get(metadata);
    if (groups === undefined) {
      groups = group(metadata);
      grouped.set(metadata, groups);
    }
    return groups;
  };
}
