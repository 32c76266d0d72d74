using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HuaihuaPilotZone.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RosterOrdersAndParks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EnterpriseTags_IndustryTagId",
                table: "EnterpriseTags");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_ParkAreaId",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Stage_Name",
                table: "Enterprises");

            migrationBuilder.AddColumn<string>(
                name: "Once",
                table: "ImportGroups",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "UnitId",
                table: "EntryApplications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Completeness",
                table: "Enterprises",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Enterprises",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NameText",
                table: "Enterprises",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "SuspendedAt",
                table: "Enterprises",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BulkEdits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    OwnerId = table.Column<int>(type: "INTEGER", nullable: true),
                    OwnerName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkEdits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EnterpriseGrams",
                columns: table => new
                {
                    Gram = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnterpriseGrams", x => new { x.EnterpriseId, x.Gram });
                    table.ForeignKey(
                        name: "FK_EnterpriseGrams_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnterpriseMarkets",
                columns: table => new
                {
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Market = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnterpriseMarkets", x => new { x.EnterpriseId, x.Market });
                    table.ForeignKey(
                        name: "FK_EnterpriseMarkets_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnterpriseSounds",
                columns: table => new
                {
                    Sound = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnterpriseSounds", x => new { x.EnterpriseId, x.Sound });
                    table.ForeignKey(
                        name: "FK_EnterpriseSounds_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormerNames",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerNames_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Orders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordNo = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    TradeMode = table.Column<string>(type: "TEXT", maxLength: 4, nullable: false),
                    PlatformCode = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OrderNo = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    GoodsSummary = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    GoodsCount = table.Column<int>(type: "INTEGER", nullable: false),
                    GoodsValue = table.Column<decimal>(type: "TEXT", precision: 19, scale: 5, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true),
                    Document = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    DeclarationId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Orders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Orders_Declarations_DeclarationId",
                        column: x => x.DeclarationId,
                        principalTable: "Declarations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Orders_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Parks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EnglishName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    ParkAreaId = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusAsOf = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    EnglishSummary = table.Column<string>(type: "TEXT", maxLength: 1200, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceAddress = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    SourceStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SortOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Parks", x => x.Id);
                    table.CheckConstraint("CK_Parks_Source", "\"Source\" <> ''");
                    table.ForeignKey(
                        name: "FK_Parks_ParkAreas_ParkAreaId",
                        column: x => x.ParkAreaId,
                        principalTable: "ParkAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterTallies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ParkAreaId = table.Column<int>(type: "INTEGER", nullable: true),
                    Change = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterTallies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RosterViews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OwnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnerName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsShared = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterViews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BulkEditItems",
                columns: table => new
                {
                    BulkEditId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OldValue = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NewValue = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkEditItems", x => new { x.BulkEditId, x.EnterpriseId });
                    table.ForeignKey(
                        name: "FK_BulkEditItems_BulkEdits_BulkEditId",
                        column: x => x.BulkEditId,
                        principalTable: "BulkEdits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BulkEditItems_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Buildings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ParkId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsDemonstration = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Buildings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Buildings_Parks_ParkId",
                        column: x => x.ParkId,
                        principalTable: "Parks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Units",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BuildingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Floor = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AreaHundredths = table.Column<long>(type: "INTEGER", nullable: false),
                    LettableFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LettableUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Units", x => x.Id);
                    table.CheckConstraint("CK_Units_Area", "\"AreaHundredths\" > 0");
                    table.ForeignKey(
                        name: "FK_Units_Buildings_BuildingId",
                        column: x => x.BuildingId,
                        principalTable: "Buildings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Leases_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Leases_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Tickets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsUrgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReportedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReportedById = table.Column<int>(type: "INTEGER", nullable: true),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tickets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tickets_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tickets_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "PublicStamps",
                columns: new[] { "Topic", "Stamp" },
                values: new object[] { "Parks", new Guid("00000000-0000-0000-0000-000000000000") });

            migrationBuilder.CreateIndex(
                name: "IX_VaultDocuments_ValidTo_Id",
                table: "VaultDocuments",
                columns: new[] { "ValidTo", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportGroups_BatchId_Once",
                table: "ImportGroups",
                columns: new[] { "BatchId", "Once" });

            migrationBuilder.CreateIndex(
                name: "IX_EntryApplications_UnitId",
                table: "EntryApplications",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseTags_IndustryTagId_EnterpriseId",
                table: "EnterpriseTags",
                columns: new[] { "IndustryTagId", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Completeness_Id",
                table: "Enterprises",
                columns: new[] { "Completeness", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_CustomsCode",
                table: "Enterprises",
                column: "CustomsCode");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_NameKey_Id",
                table: "Enterprises",
                columns: new[] { "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_ParkAreaId_NameKey_Id",
                table: "Enterprises",
                columns: new[] { "ParkAreaId", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_ParkAreaId_StageSince_Id",
                table: "Enterprises",
                columns: new[] { "ParkAreaId", "StageSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_ParkAreaId_UpdatedAt_Id",
                table: "Enterprises",
                columns: new[] { "ParkAreaId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Stage_NameKey_Id",
                table: "Enterprises",
                columns: new[] { "Stage", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Stage_StageSince_Id",
                table: "Enterprises",
                columns: new[] { "Stage", "StageSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Stage_Type_ParkAreaId_NameKey_Id",
                table: "Enterprises",
                columns: new[] { "Stage", "Type", "ParkAreaId", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Stage_Type_ParkAreaId_StageSince_Id",
                table: "Enterprises",
                columns: new[] { "Stage", "Type", "ParkAreaId", "StageSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Stage_Type_ParkAreaId_UpdatedAt_Id",
                table: "Enterprises",
                columns: new[] { "Stage", "Type", "ParkAreaId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Stage_UpdatedAt_Id",
                table: "Enterprises",
                columns: new[] { "Stage", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_StageSince_Id",
                table: "Enterprises",
                columns: new[] { "StageSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_SuspendedAt_Id",
                table: "Enterprises",
                columns: new[] { "SuspendedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Type_NameKey_Id",
                table: "Enterprises",
                columns: new[] { "Type", "NameKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Type_StageSince_Id",
                table: "Enterprises",
                columns: new[] { "Type", "StageSince", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Type_UpdatedAt_Id",
                table: "Enterprises",
                columns: new[] { "Type", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_UpdatedAt_Id",
                table: "Enterprises",
                columns: new[] { "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Buildings_ParkId_Name",
                table: "Buildings",
                columns: new[] { "ParkId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BulkEditItems_BulkEditId_State_EnterpriseId",
                table: "BulkEditItems",
                columns: new[] { "BulkEditId", "State", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkEditItems_EnterpriseId",
                table: "BulkEditItems",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseGrams_Gram_EnterpriseId",
                table: "EnterpriseGrams",
                columns: new[] { "Gram", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseMarkets_Market_EnterpriseId",
                table: "EnterpriseMarkets",
                columns: new[] { "Market", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseSounds_Sound_EnterpriseId",
                table: "EnterpriseSounds",
                columns: new[] { "Sound", "EnterpriseId" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerNames_EnterpriseId",
                table: "FormerNames",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Leases_EnterpriseId",
                table: "Leases",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Leases_UnitId_From",
                table: "Leases",
                columns: new[] { "UnitId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_DeclarationId",
                table: "Orders",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_EnterpriseId_PlatformCode_OrderNo",
                table: "Orders",
                columns: new[] { "EnterpriseId", "PlatformCode", "OrderNo" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_RecordNo",
                table: "Orders",
                column: "RecordNo",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Parks_Name",
                table: "Parks",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Parks_ParkAreaId",
                table: "Parks",
                column: "ParkAreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Parks_Slug",
                table: "Parks",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RosterViews_IsShared",
                table: "RosterViews",
                column: "IsShared");

            migrationBuilder.CreateIndex(
                name: "IX_RosterViews_OwnerId_Name",
                table: "RosterViews",
                columns: new[] { "OwnerId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_EnterpriseId_Id",
                table: "Tickets",
                columns: new[] { "EnterpriseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Number",
                table: "Tickets",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_State_Id",
                table: "Tickets",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_UnitId",
                table: "Tickets",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Units_BuildingId_Code",
                table: "Units",
                columns: new[] { "BuildingId", "Code" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_EntryApplications_Units_UnitId",
                table: "EntryApplications",
                column: "UnitId",
                principalTable: "Units",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_EntryApplications_Units_UnitId",
                table: "EntryApplications");

            migrationBuilder.DropTable(
                name: "BulkEditItems");

            migrationBuilder.DropTable(
                name: "EnterpriseGrams");

            migrationBuilder.DropTable(
                name: "EnterpriseMarkets");

            migrationBuilder.DropTable(
                name: "EnterpriseSounds");

            migrationBuilder.DropTable(
                name: "FormerNames");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "Orders");

            migrationBuilder.DropTable(
                name: "RosterTallies");

            migrationBuilder.DropTable(
                name: "RosterViews");

            migrationBuilder.DropTable(
                name: "Tickets");

            migrationBuilder.DropTable(
                name: "BulkEdits");

            migrationBuilder.DropTable(
                name: "Units");

            migrationBuilder.DropTable(
                name: "Buildings");

            migrationBuilder.DropTable(
                name: "Parks");

            migrationBuilder.DropIndex(
                name: "IX_VaultDocuments_ValidTo_Id",
                table: "VaultDocuments");

            migrationBuilder.DropIndex(
                name: "IX_ImportGroups_BatchId_Once",
                table: "ImportGroups");

            migrationBuilder.DropIndex(
                name: "IX_EntryApplications_UnitId",
                table: "EntryApplications");

            migrationBuilder.DropIndex(
                name: "IX_EnterpriseTags_IndustryTagId_EnterpriseId",
                table: "EnterpriseTags");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Completeness_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_CustomsCode",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_NameKey_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_ParkAreaId_NameKey_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_ParkAreaId_StageSince_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_ParkAreaId_UpdatedAt_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Stage_NameKey_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Stage_StageSince_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Stage_Type_ParkAreaId_NameKey_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Stage_Type_ParkAreaId_StageSince_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Stage_Type_ParkAreaId_UpdatedAt_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Stage_UpdatedAt_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_StageSince_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_SuspendedAt_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Type_NameKey_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Type_StageSince_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_Type_UpdatedAt_Id",
                table: "Enterprises");

            migrationBuilder.DropIndex(
                name: "IX_Enterprises_UpdatedAt_Id",
                table: "Enterprises");

            migrationBuilder.DeleteData(
                table: "PublicStamps",
                keyColumn: "Topic",
                keyValue: "Parks");

            migrationBuilder.DropColumn(
                name: "Once",
                table: "ImportGroups");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "EntryApplications");

            migrationBuilder.DropColumn(
                name: "Completeness",
                table: "Enterprises");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Enterprises");

            migrationBuilder.DropColumn(
                name: "NameText",
                table: "Enterprises");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "Enterprises");

            migrationBuilder.CreateIndex(
                name: "IX_EnterpriseTags_IndustryTagId",
                table: "EnterpriseTags",
                column: "IndustryTagId");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_ParkAreaId",
                table: "Enterprises",
                column: "ParkAreaId");

            migrationBuilder.CreateIndex(
                name: "IX_Enterprises_Stage_Name",
                table: "Enterprises",
                columns: new[] { "Stage", "Name" });
        }
    }
}
