using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RegisterThroughTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "RosterTallies",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "ParkAreas",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SuspendedAt",
                table: "Memberships",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "IndustryTags",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Visibility",
                table: "Enterprises",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("UPDATE Enterprises SET Visibility = CASE WHEN IsPublic = 1 AND SuspendedAt IS NULL AND Stage <> 'Left' THEN 'Shown' ELSE 'Hidden' END");
            migrationBuilder.Sql("DELETE FROM RosterTallies");
            migrationBuilder.Sql("INSERT INTO RosterTallies (Stage, Type, ParkAreaId, Visibility, Change) SELECT Stage, Type, ParkAreaId, Visibility, COUNT(*) FROM Enterprises GROUP BY Stage, Type, ParkAreaId, Visibility");

            migrationBuilder.CreateTable(
                name: "FormerWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ItemId = table.Column<int>(type: "INTEGER", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordProposals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    WaitsFor = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ProposedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordProposals_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordSpans",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SupersededOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameText = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ParkAreaId = table.Column<int>(type: "INTEGER", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StageSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TagIds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    IsShown = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordSpans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecordSpans_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ShowcaseItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EnglishName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShowcaseItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShowcaseItems_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Successions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: true),
                    ProtectedPerson = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    PrivacyNoticeVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ObjectionUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Objection = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ObjectedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ObjectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecisionReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Successions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Successions_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProposedFields",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProposalId = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Proposed = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    IsAccepted = table.Column<bool>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposedFields", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProposedFields_RecordProposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "RecordProposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SuccessionFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SuccessionId = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuccessionFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SuccessionFiles_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SuccessionFiles_Successions_SuccessionId",
                        column: x => x.SuccessionId,
                        principalTable: "Successions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown",
                table: "Enterprises",
                columns: new[] { "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown_Area",
                table: "Enterprises",
                columns: new[] { "ParkAreaId", "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown_Cell",
                table: "Enterprises",
                columns: new[] { "Stage", "Type", "ParkAreaId", "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown_Stage",
                table: "Enterprises",
                columns: new[] { "Stage", "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Shown_Type",
                table: "Enterprises",
                columns: new[] { "Type", "NameKey", "Id" },
                filter: "[Visibility] = 'Shown'");

            migrationBuilder.CreateIndex(
                name: "IX_FormerWords_Kind_ItemId_Until",
                table: "FormerWords",
                columns: new[] { "Kind", "ItemId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_ProposedFields_ProposalId_Field",
                table: "ProposedFields",
                columns: new[] { "ProposalId", "Field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordProposals_EnterpriseId",
                table: "RecordProposals",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordProposals_Number",
                table: "RecordProposals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordProposals_State_Id",
                table: "RecordProposals",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordProposals_WaitsFor",
                table: "RecordProposals",
                column: "WaitsFor",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_EnterpriseId_SupersededOn_ValidTo",
                table: "RecordSpans",
                columns: new[] { "EnterpriseId", "SupersededOn", "ValidTo" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_SupersededOn_NameKey_Id",
                table: "RecordSpans",
                columns: new[] { "SupersededOn", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_SupersededOn_ValidFrom_Id",
                table: "RecordSpans",
                columns: new[] { "SupersededOn", "ValidFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordSpans_SupersededOn_ValidTo_ValidFrom_Stage_ParkAreaId_EnterpriseId",
                table: "RecordSpans",
                columns: new[] { "SupersededOn", "ValidTo", "ValidFrom", "Stage", "ParkAreaId", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShowcaseItems_EnterpriseId_Kind_Name",
                table: "ShowcaseItems",
                columns: new[] { "EnterpriseId", "Kind", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShowcaseItems_State_MovedAt",
                table: "ShowcaseItems",
                columns: new[] { "State", "MovedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SuccessionFiles_FileId",
                table: "SuccessionFiles",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_SuccessionFiles_SuccessionId",
                table: "SuccessionFiles",
                column: "SuccessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Successions_EnterpriseId",
                table: "Successions",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Successions_Number",
                table: "Successions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Successions_State_AskedAt",
                table: "Successions",
                columns: new[] { "State", "AskedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerWords");

            migrationBuilder.DropTable(
                name: "ProposedFields");

            migrationBuilder.DropTable(
                name: "RecordSpans");

            migrationBuilder.DropTable(
                name: "ShowcaseItems");

            migrationBuilder.DropTable(
                name: "SuccessionFiles");

            migrationBuilder.DropTable(
                name: "RecordProposals");

            migrationBuilder.DropTable(
                name: "Successions");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown_Area",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown_Cell",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown_Stage",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Shown_Type",
                table: "Enterprises");

            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "RosterTallies");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "ParkAreas");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "IndustryTags");

            migrationBuilder.DropColumn(
                name: "Visibility",
                table: "Enterprises");
        }
    }
}
