#!/bin/sh
# Makes an authority of its own and one certificate for each node of the log. Needs openssl.
#   sh docker/certificates.sh FOLDER [NODE…]         (nodes: log1 log2 log3)
# Run again, it keeps the authority and makes new node certificates: that is how they are renewed.
#   FOLDER/authority/   ca.key: whoever has it can join the cluster; keep it away from the nodes
#   FOLDER/ca/ca.crt    what nodes and clients trust
#   FOLDER/NODE/        node.crt, node.key
# OWNER=uid:gid gives the files to the user the nodes run as; AUTHORITY_DAYS, NODE_DAYS: validity.
set -eu
umask 077
folder=${1:?folder}
shift
[ $# -gt 0 ] || set -- log1 log2 log3
authority_days=${AUTHORITY_DAYS:-3650}
node_days=${NODE_DAYS:-825}
# Nodes know one another by this name; it must be the same in all their certificates.
common_name=${COMMON_NAME:-eventstoredb-node}

mkdir -p "$folder/authority" "$folder/ca"
if [ ! -s "$folder/authority/ca.key" ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days "$authority_days" \
    -subj '/CN=guong log authority' \
    -addext 'basicConstraints=critical,CA:true,pathlen:0' \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout "$folder/authority/ca.key" -out "$folder/authority/ca.crt" 2>/dev/null
  echo "authority: made, valid for $authority_days days"
fi
cp "$folder/authority/ca.crt" "$folder/ca/ca.crt"
chmod 0755 "$folder/ca"
chmod 0644 "$folder/ca/ca.crt"

for node in "$@"; do
  mkdir -p "$folder/$node"
  extensions=$(mktemp)
  request=$(mktemp)
  printf '%s\n' \
    'basicConstraints=critical,CA:false' \
    'keyUsage=critical,digitalSignature,keyEncipherment' \
    'extendedKeyUsage=serverAuth,clientAuth' \
    "subjectAltName=DNS:$node,DNS:localhost,IP:127.0.0.1" >"$extensions"
  openssl req -new -newkey rsa:3072 -nodes -sha256 -subj "/CN=$common_name" \
    -keyout "$folder/$node/node.key.new" -out "$request" 2>/dev/null
  openssl x509 -req -sha256 -days "$node_days" -in "$request" -extfile "$extensions" \
    -CA "$folder/authority/ca.crt" -CAkey "$folder/authority/ca.key" -CAcreateserial \
    -out "$folder/$node/node.crt.new" 2>/dev/null
  openssl verify -CAfile "$folder/ca/ca.crt" "$folder/$node/node.crt.new" >/dev/null
  # Only a pair that belongs together is put in the place of the old one.
  mv "$folder/$node/node.key.new" "$folder/$node/node.key"
  mv "$folder/$node/node.crt.new" "$folder/$node/node.crt"
  chmod 0400 "$folder/$node/node.key"
  chmod 0444 "$folder/$node/node.crt"
  [ -z "${OWNER:-}" ] || chown -R "$OWNER" "$folder/$node"
  rm -f "$extensions" "$request"
  echo "$node: made, valid for $node_days days"
done
