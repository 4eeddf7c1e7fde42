-- How far estimators and judges are apart over a conversation, copied from its scores so that queues can order by it.
ALTER TABLE "conversation" ADD COLUMN "disagreement" DOUBLE PRECISION;
