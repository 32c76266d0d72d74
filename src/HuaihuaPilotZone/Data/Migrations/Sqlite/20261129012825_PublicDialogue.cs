using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PublicDialogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "SiteFindings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "PolicyDocuments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "PolicyDocuments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LeaveAddress",
                table: "OutgoingMails",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "News",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "News",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "BrokenAttempts",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Correction",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsDemonstration",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextAttemptAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pending",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewedBy",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReviewedById",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevisedAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledById",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Writing");

            migrationBuilder.AddColumn<DateTime>(
                name: "SubmittedAt",
                table: "EnglishVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SubmittedById",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "EnglishVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawalReason",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Writers",
                table: "EnglishVersions",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Announcements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Announcements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MovedAddresses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MovedAddresses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PolicyKeywords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    InsteadId = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Indicator = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "Subscribers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AddressHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ProtectedAddress = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Frequency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsEnglish = table.Column<bool>(type: "INTEGER", nullable: false),
                    PrivacyNoticeVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LinkMailedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    TokenExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NextMailAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Subscribers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubscriptionPauses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    IsPaused = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubscriptionPauses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SentAnnouncements",
                columns: table => new
                {
                    SubscriberId = table.Column<int>(type: "INTEGER", nullable: false),
                    AnnouncementId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentAnnouncements", x => new { x.SubscriberId, x.AnnouncementId });
                    table.ForeignKey(
                        name: "FK_SentAnnouncements_Announcements_AnnouncementId",
                        column: x => x.AnnouncementId,
                        principalTable: "Announcements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SentAnnouncements_Subscribers_SubscriberId",
                        column: x => x.SubscriberId,
                        principalTable: "Subscribers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SubscriberTopics",
                columns: table => new
                {
                    SubscriberId = table.Column<int>(type: "INTEGER", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubscriberTopics", x => new { x.SubscriberId, x.Topic });
                    table.ForeignKey(
                        name: "FK_SubscriberTopics_Subscribers_SubscriberId",
                        column: x => x.SubscriberId,
                        principalTable: "Subscribers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "PublicStamps",
                columns: new[] { "Topic", "Stamp" },
                values: new object[] { "Search", new Guid("00000000-0000-0000-0000-000000000000") });

            migrationBuilder.CreateIndex(
                name: "IX_EnglishVersions_PublishAt",
                table: "EnglishVersions",
                column: "PublishAt");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_At",
                table: "Announcements",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_Kind_ItemId",
                table: "Announcements",
                columns: new[] { "Kind", "ItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MovedAddresses_Path",
                table: "MovedAddresses",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MovedAddresses_Target",
                table: "MovedAddresses",
                column: "Target");

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
                name: "IX_SentAnnouncements_AnnouncementId",
                table: "SentAnnouncements",
                column: "AnnouncementId");

            migrationBuilder.CreateIndex(
                name: "IX_SiteIndicatorKeepers_UserId",
                table: "SiteIndicatorKeepers",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_AddressHash",
                table: "Subscribers",
                column: "AddressHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_NextMailAt",
                table: "Subscribers",
                column: "NextMailAt");

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_TokenHash",
                table: "Subscribers",
                column: "TokenHash");

            migrationBuilder.CreateIndex(
                name: "IX_SubscriberTopics_Topic",
                table: "SubscriberTopics",
                column: "Topic");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MovedAddresses");

            migrationBuilder.DropTable(
                name: "PolicyKeywords");

            migrationBuilder.DropTable(
                name: "SentAnnouncements");

            migrationBuilder.DropTable(
                name: "SiteIndicatorKeepers");

            migrationBuilder.DropTable(
                name: "SubscriberTopics");

            migrationBuilder.DropTable(
                name: "SubscriptionPauses");

            migrationBuilder.DropTable(
                name: "Announcements");

            migrationBuilder.DropTable(
                name: "Subscribers");

            migrationBuilder.DropIndex(
                name: "IX_EnglishVersions_PublishAt",
                table: "EnglishVersions");

            migrationBuilder.DeleteData(
                table: "PublicStamps",
                keyColumn: "Topic",
                keyValue: "Search");

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
                name: "LeaveAddress",
                table: "OutgoingMails");

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
