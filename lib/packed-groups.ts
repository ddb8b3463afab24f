import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'

const key = 'groups'

/**
 * Where the packed groups lie: one object, which holds nothing about anyone, and which the table of groups makes anew
 * within minutes. Its bucket stays when the stack goes, because S3 removes none that something lies in.
 */
export const addPackedGroups = (stack: Stack, encryptionKey: IKey) => {
  const bucket = new Bucket(stack, 'PackedGroups', {
    encryption: BucketEncryption.KMS,
    encryptionKey,
    // One question to the key for many readings.
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  return { address: `${bucket.bucketName}/${key}`, arn: bucket.arnForObjects(key) }
}

export type PackedGroups = ReturnType<typeof addPackedGroups>
