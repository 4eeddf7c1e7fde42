-- The views that Browse opens with, by role.
ALTER TABLE "saved_view" ADD COLUMN "default_for" TEXT[] DEFAULT ARRAY[]::TEXT[];
