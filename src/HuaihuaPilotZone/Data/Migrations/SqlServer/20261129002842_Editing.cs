using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Editing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "SiteFindings",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "PolicyDocuments",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "PolicyDocuments",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "News",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "News",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "EnglishVersions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "EnglishVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "EnglishVersions",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "IsDemonstration",
                table: "EnglishVersions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "EnglishVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "EnglishVersions",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "EnglishVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "EnglishVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "EnglishVersions",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "ReviewedBy",
                table: "EnglishVersions",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "EnglishVersions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "EnglishVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledById",
                table: "EnglishVersions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "EnglishVersions",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Writing",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "EnglishVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmittedById",
                table: "EnglishVersions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "EnglishVersions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawalReason",
                table: "EnglishVersions",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Writers",
                table: "EnglishVersions",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "PolicyKeywords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Word = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    InsteadId = table.Column<int>(type: "int", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyKeywords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PolicyKeywords_PolicyKeywords_InsteadId",
                        column: x => x.InsteadId,
                        principalTable: "PolicyKeywords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SiteIndicatorKeepers",
                columns: table => new
                {
                    Indicator = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UserId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteIndicatorKeepers", x => x.Indicator);
                    table.ForeignKey(
                        name: "FK_SiteIndicatorKeepers_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EnglishVersions_PublishAt",
                table: "EnglishVersions",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyKeywords_InsteadId",
                table: "PolicyKeywords",
                column: "InsteadId");

            migrationBuilder.CreateIndex(
                name: "IX_PolicyKeywords_Word",
                table: "PolicyKeywords",
                column: "Word",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SiteIndicatorKeepers_UserId",
                table: "SiteIndicatorKeepers",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PolicyKeywords");

            migrationBuilder.DropTable(
                name: "SiteIndicatorKeepers");

            migrationBuilder.DropIndex(
                name: "IX_EnglishVersions_PublishAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "SiteFindings");

            migrationBuilder.DropColumn(
                name: "BrokenAttempts",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "NextAttemptAt",
                table: "PolicyDocuments");

            migrationBuilder.DropColumn(
                name: "BrokenAttempts",
                table: "News");

            migrationBuilder.DropColumn(
                name: "NextAttemptAt",
                table: "News");

            migrationBuilder.DropColumn(
                name: "BrokenAttempts",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "Correction",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "IsDemonstration",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "NextAttemptAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "Pending",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "PublishAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ReviewedBy",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ReviewedById",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "RevisedAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "ScheduledById",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "SubmittedAt",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "SubmittedById",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "VersionNumber",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "WithdrawalReason",
                table: "EnglishVersions");

            migrationBuilder.DropColumn(
                name: "Writers",
                table: "EnglishVersions");
        }
    }
}
