# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# The bucket for the artifacts. deploy.sh tags a bucket that it makes. Only a bucket with this tag is ever configured or deleted.

bucket_tag=eliza:bucket # being-made, then made

# The account is part of the name, because all of AWS shares bucket names: the plain name would belong to a stranger.
choose_bucket() {
  [ -n "$bucket" ] || bucket=eliza-gpt-deploy-$account-$region
  check_bucket_name
}

# Sets bucket_region, and bucket_state to absent, foreign (someone else's, or not readable), other (ours, but not made by
# deploy.sh), being-made or made.
read_bucket_state() {
  bucket_state=other
  if ! bucket_region=$(amazon s3api head-bucket --bucket "$bucket" --expected-bucket-owner "$account" --query BucketRegion --output text); then
    case $(complaint) in
      *404* | *'Not Found'*) bucket_state=absent ;;
      *403* | *Forbidden* | *301* | *'Moved Permanently'*) bucket_state=foreign ;;
      *) fail "The bucket $bucket could not be looked up ($(complaint)): check the network and the permission s3:ListBucket." ;;
    esac
    return
  fi
  local value
  value=$(amazon s3api get-bucket-tagging --bucket "$bucket" --expected-bucket-owner "$account" \
    --query "TagSet[?Key=='$bucket_tag'].Value" --output text) || value='' # S3 reports an error for an untagged bucket
  case $value in being-made | made) bucket_state=$value ;; esac
}

# Lambda accepts code only from a bucket in its own region. (An aws command from before 2024 does not get the region; then Lambda refuses.)
check_bucket_region() {
  case $bucket_region in
    "$region" | None | '') ;;
    *) fail "The bucket $bucket is in $bucket_region and the stack would be in $region: name a bucket in $region, or add --region $bucket_region." ;;
  esac
}

check_bucket() {
  read_bucket_state
  case $bucket_state in
    foreign) fail "The bucket $bucket belongs to someone else, or you may not read it: name another one, as in ./deploy.sh my-bucket." ;;
    absent) ;;
    *) check_bucket_region ;;
  esac
}

provide_bucket() {
  if [ "$bucket_state" = absent ]; then
    unfinished_bucket=$bucket
    create_bucket
  fi
  case $bucket_state in
    absent | being-made)
      configure_bucket || fail "The bucket $bucket could not be secured ($(complaint)): get the permissions in docs/deployment.md, then run this again."
      unfinished_bucket=''
      note "Made the bucket $bucket."
      ;;
    made)
      note "The bucket $bucket is there."
      [ "${#tags[@]}" -eq 0 ] || retag_bucket ||
        fail "The bucket $bucket could not be tagged ($(complaint)): you need the permissions s3:GetBucketTagging and s3:PutBucketTagging."
      ;;
    *) note "The bucket $bucket is there." ;;
  esac
}

# Unlike create-bucket, this command knows by itself how to make a bucket in each region.
create_bucket() {
  amazon s3 mb "s3://$bucket" > /dev/null || case $(complaint) in
    *BucketAlreadyOwnedByYou*) unfinished_bucket='' ;; # another deployment has made it and may be using it
    *) fail "The bucket $bucket could not be made ($(complaint)): get the permission s3:CreateBucket, or name a bucket of yours, as in ./deploy.sh my-bucket." ;;
  esac
}

# Removes old versions and unfinished uploads after some time. Current artifacts stay, because a stack may roll back to them.
configure_bucket() {
  local policy
  tag_bucket being-made &&
    configure_bucket_with put-public-access-block --public-access-block-configuration \
      BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true &&
    configure_bucket_with put-bucket-versioning --versioning-configuration Status=Enabled &&
    configure_bucket_with put-bucket-encryption --server-side-encryption-configuration \
      'Rules=[{ApplyServerSideEncryptionByDefault={SSEAlgorithm=AES256}}]' &&
    policy=$(tls_only_policy) && configure_bucket_with put-bucket-policy --policy "$policy" &&
    configure_bucket_with put-bucket-lifecycle-configuration --lifecycle-configuration "Rules=[{
      ID=leftovers,Status=Enabled,Filter={Prefix=''},NoncurrentVersionExpiration={NoncurrentDays=30},
      Expiration={ExpiredObjectDeleteMarker=true},AbortIncompleteMultipartUpload={DaysAfterInitiation=1}}]" &&
    tag_bucket made
}

configure_bucket_with() { # operation, its arguments
  local operation=$1
  shift
  amazon s3api "$operation" --bucket "$bucket" --expected-bucket-owner "$account" "$@" > /dev/null
}

# The bucket's own tag with this value, and the tags of --tag.
tag_bucket() {
  local set tag
  set="{Key='$bucket_tag',Value='$1'}"
  for tag in ${tags[@]+"${tags[@]}"}; do set="$set,{$(tag_shorthand "$tag")}"; done
  configure_bucket_with put-bucket-tagging --tagging "TagSet=[$set]"
}

# Adds the tags of --tag to a bucket that has other tags. S3 can only set all tags together.
retag_bucket() {
  local names='' new='' tag
  for tag in "${tags[@]}"; do
    names="$names${names:+, }'${tag%%=*}'"
    new="$new${new:+, }{Key: '${tag%%=*}', Value: '${tag#*=}'}"
  done
  amazon s3api get-bucket-tagging --bucket "$bucket" --expected-bucket-owner "$account" --output json \
    --query "{TagSet: [TagSet[?!contains([$names], Key)], [$new]][]}" > "$work/tagging" &&
    configure_bucket_with put-bucket-tagging --tagging "file://$work/tagging"
}

# The aws command writes the JSON here, and wherever else JSON is needed.
tls_only_policy() {
  local arn=arn:$partition:s3:::$bucket
  amazon sts get-caller-identity --output json --query "{Version: '2012-10-17', Statement: [{Sid: 'TlsOnly', Effect: 'Deny',
    Principal: '*', Action: 's3:*', Resource: ['$arn', '$arn/*'], Condition: {Bool: {\"aws:SecureTransport\": 'false'}}}]}"
}

# Sets artifact_version to the version id of the artifact in the bucket; empty if the bucket keeps no versions.
upload_artifact() {
  if artifact_version=$(amazon s3api head-object --bucket "$bucket" --key "$artifact_key" --expected-bucket-owner "$account" \
    --query VersionId --output text); then
    note "s3://$bucket/$artifact_key is there already."
  else
    artifact_version=$(amazon s3api put-object --bucket "$bucket" --key "$artifact_key" --expected-bucket-owner "$account" \
      --body "$artifact" --query VersionId --output text) ||
      fail "The artifact could not be uploaded to $bucket ($(complaint)): you need the permission s3:PutObject there."
    note "Uploaded s3://$bucket/$artifact_key."
  fi
  case $artifact_version in None | null) artifact_version='' ;; esac
}

# Lists versions and delete markers as JSON. In text, a key with a tab or a line break would look like two keys.
list_versions() { # prefix of the keys, what to say of them
  amazon s3api list-object-versions --bucket "$bucket" --prefix "$1" --expected-bucket-owner "$account" --output json \
    --query "[Versions, DeleteMarkers][] | $2" ||
    fail "The bucket $bucket could not be listed ($(complaint)): you need the permission s3:ListBucketVersions."
}

# The keys of this stack's artifacts. The pattern leaves out other objects with the same prefix, whatever their names:
# in the JSON of the aws command every key has a line of its own.
list_artifacts() {
  list_versions "$stack/" '[].Key' > "$work/keys"
  sed -nE "s#^ *\"($stack/(native|portable)-[a-z0-9_]+-[0-9a-f]{64}\.zip)\",?\$#\1#p" "$work/keys" | sort -u
}

delete_artifacts() {
  local key count=0
  list_artifacts > "$work/doomed"
  while IFS= read -r key; do
    while read_batch "$key"; do
      delete_batch
      count=$((count + $(grep -c '"VersionId"' "$work/batch")))
    done
  done < "$work/doomed"
  note "Deleted $count versions of artifacts from $bucket."
}

# key: writes the input of delete-objects for its versions, at most 1000 at a time. Fails if there is nothing to delete.
read_batch() {
  list_versions "$1" "{Quiet: \`true\`, Objects: [?Key=='$1'].{Key: Key, VersionId: VersionId} | [:1000]}" > "$work/batch"
  grep -q '"VersionId"' "$work/batch"
}

delete_batch() {
  amazon s3api delete-objects --bucket "$bucket" --expected-bucket-owner "$account" --delete "file://$work/batch" \
    --query 'Errors[].Message' --output text > "$work/refused" ||
    fail "The artifacts in $bucket could not be deleted ($(complaint)): you need the permission s3:DeleteObjectVersion."
  case $(cat "$work/refused") in
    '' | None) ;;
    *) fail "Some artifacts in $bucket could not be deleted ($(head -n 1 "$work/refused")): you need the permission s3:DeleteObjectVersion." ;;
  esac
}

# S3 itself refuses to delete a bucket that is not empty, so objects that arrive meanwhile are not lost.
delete_bucket() {
  if amazon s3api delete-bucket --bucket "$bucket" --expected-bucket-owner "$account" > /dev/null; then
    note "Deleted the bucket $bucket."
    return
  fi
  case $(complaint) in
    *BucketNotEmpty*) note "Kept the bucket $bucket: there is something else in it." ;;
    *) fail "The bucket $bucket could not be deleted ($(complaint)): you need the permission s3:DeleteBucket." ;;
  esac
}
