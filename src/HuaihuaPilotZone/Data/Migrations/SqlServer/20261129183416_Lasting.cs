using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Lasting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FilingReceipts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectKey = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Detail = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CheckCode = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Salt = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ContentHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IssuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    JournalLineId = table.Column<long>(type: "bigint", nullable: false),
                    SubmissionId = table.Column<int>(type: "int", nullable: true),
                    LetterId = table.Column<int>(type: "int", nullable: true),
                    InformationRequestId = table.Column<int>(type: "int", nullable: true),
                    EntryApplicationId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FilingReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_EntryApplications_EntryApplicationId",
                        column: x => x.EntryApplicationId,
                        principalTable: "EntryApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_InformationRequests_InformationRequestId",
                        column: x => x.InformationRequestId,
                        principalTable: "InformationRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_JournalLines_JournalLineId",
                        column: x => x.JournalLineId,
                        principalTable: "JournalLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_Letters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "Letters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FilingReceipts_Submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "Submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JournalLateLines",
                columns: table => new
                {
                    JournalLineId = table.Column<long>(type: "bigint", nullable: false),
                    SealNumber = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalLateLines", x => x.JournalLineId);
                });

            migrationBuilder.CreateTable(
                name: "JournalSeals",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    AfterLineId = table.Column<long>(type: "bigint", nullable: false),
                    FirstLineId = table.Column<long>(type: "bigint", nullable: false),
                    LastLineId = table.Column<long>(type: "bigint", nullable: false),
                    LineCount = table.Column<int>(type: "int", nullable: false),
                    ContentHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    PreviousHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Marks = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalSeals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "JournalWatch",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Lease = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: true, collation: "Latin1_General_100_BIN2"),
                    LeasedUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    VerifiedFor = table.Column<DateOnly>(type: "date", nullable: true),
                    VerifiedSeals = table.Column<int>(type: "int", nullable: false),
                    VerifiedLines = table.Column<long>(type: "bigint", nullable: false),
                    VerifiedReceipts = table.Column<long>(type: "bigint", nullable: false),
                    Fault = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ToldFault = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalWatch", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_EntryApplicationId",
                table: "FilingReceipts",
                column: "EntryApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_InformationRequestId",
                table: "FilingReceipts",
                column: "InformationRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_JournalLineId",
                table: "FilingReceipts",
                column: "JournalLineId");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_LetterId",
                table: "FilingReceipts",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_Number",
                table: "FilingReceipts",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_SubjectKey",
                table: "FilingReceipts",
                column: "SubjectKey");

            migrationBuilder.CreateIndex(
                name: "IX_FilingReceipts_SubmissionId",
                table: "FilingReceipts",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_JournalLateLines_SealNumber",
                table: "JournalLateLines",
                column: "SealNumber");

            migrationBuilder.CreateIndex(
                name: "IX_JournalSeals_Kind_AfterLineId",
                table: "JournalSeals",
                columns: new[] { "Kind", "AfterLineId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JournalSeals_PreviousHash",
                table: "JournalSeals",
                column: "PreviousHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FilingReceipts");

            migrationBuilder.DropTable(
                name: "JournalLateLines");

            migrationBuilder.DropTable(
                name: "JournalSeals");

            migrationBuilder.DropTable(
                name: "JournalWatch");
        }
    }
}
