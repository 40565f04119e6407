-- CreateTable
CREATE TABLE "LessonPicture" (
    "name" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("name", "width")
);
