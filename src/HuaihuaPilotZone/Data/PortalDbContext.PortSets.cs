using HuaihuaPilotZone.Consignments;
using HuaihuaPilotZone.Consignments.Replanning;
using HuaihuaPilotZone.Corridors;
using HuaihuaPilotZone.Corridors.Bookings;
using HuaihuaPilotZone.Corridors.Bookings.Quotes;
using HuaihuaPilotZone.Corridors.Bookings.Sharing;
using HuaihuaPilotZone.Corridors.Bookings.Warehouses;
using HuaihuaPilotZone.Corridors.Notices;
using HuaihuaPilotZone.Corridors.Timetable;
using HuaihuaPilotZone.Tracking;
using HuaihuaPilotZone.Yard;
using HuaihuaPilotZone.Yard.Inspections;
using Microsoft.EntityFrameworkCore;

namespace HuaihuaPilotZone.Data;

// The tables of the dry port: its network, what is booked and carried on it, and its yard.
public abstract partial class PortalDbContext
{
    public DbSet<Node> Nodes => Set<Node>();

    public DbSet<NodeState> NodeStates => Set<NodeState>();

    public DbSet<Leg> Legs => Set<Leg>();

    public DbSet<LegState> LegStates => Set<LegState>();

    public DbSet<CorridorState> CorridorStates => Set<CorridorState>();

    public DbSet<Corridor> Corridors => Set<Corridor>();

    public DbSet<ScheduledService> ScheduledServices => Set<ScheduledService>();

    public DbSet<ServiceState> ServiceStates => Set<ServiceState>();

    public DbSet<Departure> Departures => Set<Departure>();

    public DbSet<NetworkNotice> NetworkNotices => Set<NetworkNotice>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<CargoIntent> CargoIntents => Set<CargoIntent>();

    public DbSet<SharedContainer> SharedContainers => Set<SharedContainer>();

    public DbSet<Consignment> Consignments => Set<Consignment>();

    public DbSet<ConsignmentStop> ConsignmentStops => Set<ConsignmentStop>();

    public DbSet<ConsignmentContainer> ConsignmentContainers => Set<ConsignmentContainer>();

    public DbSet<ConsignmentProvider> ConsignmentProviders => Set<ConsignmentProvider>();

    public DbSet<ConsignmentDeclaration> ConsignmentDeclarations => Set<ConsignmentDeclaration>();

    public DbSet<TrackingEvent> TrackingEvents => Set<TrackingEvent>();

    public DbSet<Sensor> Sensors => Set<Sensor>();

    public DbSet<SensorReading> SensorReadings => Set<SensorReading>();

    public DbSet<TransportAlert> TransportAlerts => Set<TransportAlert>();

    public DbSet<Replan> Replans => Set<Replan>();

    public DbSet<YardStay> YardStays => Set<YardStay>();

    public DbSet<GateMove> GateMoves => Set<GateMove>();

    public DbSet<YardPosition> YardPositions => Set<YardPosition>();

    public DbSet<YardShift> YardShifts => Set<YardShift>();

    public DbSet<SlotPattern> SlotPatterns => Set<SlotPattern>();

    public DbSet<InspectionSlot> InspectionSlots => Set<InspectionSlot>();

    public DbSet<InspectionBooking> InspectionBookings => Set<InspectionBooking>();

    public DbSet<InspectionContainer> InspectionContainers => Set<InspectionContainer>();

    public DbSet<QuoteRequest> QuoteRequests => Set<QuoteRequest>();

    public DbSet<QuoteInvitation> QuoteInvitations => Set<QuoteInvitation>();

    public DbSet<TransportOrder> TransportOrders => Set<TransportOrder>();

    public DbSet<ProviderReview> ProviderReviews => Set<ProviderReview>();

    public DbSet<Warehouse> Warehouses => Set<Warehouse>();

    public DbSet<WarehouseDay> WarehouseDays => Set<WarehouseDay>();

    public DbSet<InboundBooking> InboundBookings => Set<InboundBooking>();

    public DbSet<StockLevel> StockLevels => Set<StockLevel>();

    public DbSet<StockMove> StockMoves => Set<StockMove>();
}
