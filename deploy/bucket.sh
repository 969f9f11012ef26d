# shellcheck shell=bash disable=SC2034,SC2154 # variables are shared with the scripts that read this file
# The bucket that holds the artifacts. One that deploy.sh made carries a tag, and only such a bucket is ever configured or deleted.

bucket_tag=eliza:bucket # being-made, then made

# The account is part of the name because bucket names are shared by all of AWS: the plain one would be a stranger's.
choose_bucket() {
  [ -n "$bucket" ] || bucket=eliza-gpt-deploy-$account-$region
  check_bucket_name
}

# Sets bucket_state to absent, foreign (someone else's, or not ours to read), other (ours, but not made by deploy.sh), being-made or made.
read_bucket_state() {
  bucket_state=other
  if ! amazon s3api head-bucket --bucket "$bucket" --expected-bucket-owner "$account" > /dev/null; then
    case $(complaint) in
      *404* | *'Not Found'*) bucket_state=absent ;;
      *403* | *Forbidden* | *301* | *'Moved Permanently'*) bucket_state=foreign ;;
      *) fail "The bucket $bucket could not be looked up ($(complaint)): check the network and the permission s3:ListBucket." ;;
    esac
    return
  fi
  local value
  value=$(amazon s3api get-bucket-tagging --bucket "$bucket" --expected-bucket-owner "$account" \
    --query "TagSet[?Key=='$bucket_tag'].Value" --output text) || value='' # an untagged bucket is an error to S3
  case $value in being-made | made) bucket_state=$value ;; esac
}

# Lambda takes code only from a bucket in its own region.
check_bucket_region() {
  local place
  place=$(amazon s3api get-bucket-location --bucket "$bucket" --query LocationConstraint --output text) ||
    fail "The region of the bucket $bucket could not be read ($(complaint)): you need the permission s3:GetBucketLocation."
  case $place in None | null | '') place=us-east-1 ;; EU) place=eu-west-1 ;; esac
  [ "$place" = "$region" ] ||
    fail "The bucket $bucket is in $place and the stack would be in $region: name a bucket in $region, or add --region $place."
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
    *) note "The bucket $bucket is there." ;;
  esac
}

create_bucket() {
  local place=''
  [ "$region" = us-east-1 ] || place="LocationConstraint=$region" # us-east-1 alone must not be named
  amazon s3api create-bucket --bucket "$bucket" ${place:+--create-bucket-configuration "$place"} > /dev/null ||
    fail "The bucket $bucket could not be made ($(complaint)): get the permission s3:CreateBucket, or name a bucket of yours, as in ./deploy.sh my-bucket."
}

configure_bucket() {
  tag_bucket being-made &&
    configure_bucket_with put-public-access-block --public-access-block-configuration \
      BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true &&
    configure_bucket_with put-bucket-versioning --versioning-configuration Status=Enabled &&
    configure_bucket_with put-bucket-encryption --server-side-encryption-configuration \
      '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}' &&
    configure_bucket_with put-bucket-policy --policy "$(tls_only_policy)" &&
    configure_bucket_with put-bucket-lifecycle-configuration --lifecycle-configuration "$(lifecycle)" &&
    tag_bucket made
}

configure_bucket_with() { # operation, its arguments
  local operation=$1
  shift
  amazon s3api "$operation" --bucket "$bucket" --expected-bucket-owner "$account" "$@" > /dev/null
}

tag_bucket() { configure_bucket_with put-bucket-tagging --tagging "TagSet=[{Key=$bucket_tag,Value=$1}]"; }

tls_only_policy() {
  local arn=arn:$partition:s3:::$bucket
  printf '{"Version":"2012-10-17","Statement":[{"Sid":"TlsOnly","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["%s","%s/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}' \
    "$arn" "$arn"
}

# Artifacts that are current stay, since a stack may roll back to them; what was deleted or cut off goes.
lifecycle() {
  printf '%s' '{"Rules":[{"ID":"leftovers","Status":"Enabled","Filter":{"Prefix":""},"NoncurrentVersionExpiration":{"NoncurrentDays":30},"Expiration":{"ExpiredObjectDeleteMarker":true},"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":1}}]}'
}

# Sets artifact_version to the version id of the artifact in the bucket, empty if that keeps no versions.
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

# "key version" of every version and delete marker of this stack's artifacts. The pattern spares what others keep under the same prefix.
list_artifact_versions() {
  amazon s3api list-object-versions --bucket "$bucket" --prefix "$stack/" --expected-bucket-owner "$account" \
    --query '[Versions,DeleteMarkers][].[Key,VersionId]' --output text > "$work/versions" ||
    fail "The bucket $bucket could not be listed ($(complaint)): you need the permission s3:ListBucketVersions."
  grep -E "^$stack/(native|portable)-[a-z0-9_]+-[0-9a-f]{64}\.zip"$'\t' "$work/versions" || true
}

# At most 1000 can be deleted in one call.
delete_artifacts() {
  local count
  list_artifact_versions > "$work/doomed"
  count=$(awk 'END { print NR }' "$work/doomed")
  while [ -s "$work/doomed" ]; do
    head -n 1000 "$work/doomed" | awk -F '\t' '
      BEGIN { printf "{\"Quiet\":true,\"Objects\":[" }
      { printf "%s{\"Key\":\"%s\",\"VersionId\":\"%s\"}", (NR > 1 ? "," : ""), $1, $2 }
      END { printf "]}" }' > "$work/batch"
    amazon s3api delete-objects --bucket "$bucket" --expected-bucket-owner "$account" --delete "file://$work/batch" \
      --query 'Errors[].Message' --output text > "$work/refused" ||
      fail "The artifacts in $bucket could not be deleted ($(complaint)): you need the permission s3:DeleteObjectVersion."
    case $(cat "$work/refused") in
      '' | None) ;;
      *) fail "Some artifacts in $bucket could not be deleted ($(head -n 1 "$work/refused")): you need the permission s3:DeleteObjectVersion." ;;
    esac
    sed '1,1000d' "$work/doomed" > "$work/rest"
    mv "$work/rest" "$work/doomed"
  done
  note "Deleted $count versions of artifacts from $bucket."
}

# S3 itself refuses to delete a bucket that is not empty, so nothing that arrives meanwhile is lost.
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
