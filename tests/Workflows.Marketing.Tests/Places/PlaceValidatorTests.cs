using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;

namespace Workflows.Marketing.Tests.Places;

public sealed class PlaceValidatorTests
{
    [Fact]
    public void Validate_StoreWithEverythingWrong_SaysAllOfIt()
    {
        var store = new Store("", "\n")
        {
            Position = new GeoPoint(double.NaN, 0),
            TimeZone = "Mars/Olympus",
            Address = new string('x', 201),
            Fulfilment = new Fulfilment(true, false, 100),
            Hours = new OpeningHours(
                [new OpeningDay(DayOfWeek.Monday, []), new OpeningDay(DayOfWeek.Monday, [])],
                [new OpeningException(new DateOnly(2026, 1, 1), []), new OpeningException(new DateOnly(2026, 1, 1), [])]
            ),
        };

        Assert.Equal(
            [
                "PLC001 $.id",
                "PLC001 $.name",
                "PLC001 $.address",
                "PLC003 $.position",
                "PLC004 $.timeZone",
                "PLC009 $.fulfilment.deliveryRadius",
                "PLC006 $.hours.week",
                "PLC006 $.hours.exceptions",
            ],
            StoreValidator.Validate(store).Select(found => $"{found.Code} {found.Path}")
        );
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, 1.0, true)]
    [InlineData(true, 0.0, false)]
    [InlineData(true, double.NaN, false)]
    [InlineData(true, 1_000_001.0, false)]
    [InlineData(false, null, true)]
    [InlineData(false, 1.0, false)]
    public void Validate_DeliveryRadius_IsOfAStoreThatDelivers(bool delivers, double? radius, bool isFine) =>
        Assert.Equal(
            isFine,
            StoreValidator.Validate(new Store("s", "s") { Fulfilment = new Fulfilment(true, delivers, radius) }).Count
                == 0
        );

    [Theory]
    [InlineData(GroupPurpose.Community, false, 200, "")]
    [InlineData(GroupPurpose.Drainage, false, 200, "PLC008")]
    [InlineData(GroupPurpose.GroupBuy, false, 200, "PLC008")]
    [InlineData(GroupPurpose.Flash, true, 200, "")]
    [InlineData((GroupPurpose)9, true, 501, "PLC002 PLC007")]
    public void Validate_Group_IsAsTheTableSays(GroupPurpose purpose, bool ends, int capacity, string codes)
    {
        var group = new CustomerGroup("g", "g")
        {
            Purpose = purpose,
            Capacity = capacity,
            EndsAt = ends ? DateTimeOffset.UnixEpoch : null,
        };

        Assert.Equal(codes, string.Join(' ', GroupValidator.Validate(group).Select(found => found.Code)));
    }

    [Fact]
    public void Validate_StaffBeyondWhatWeComAllows_IsRefused() =>
        Assert.Equal(
            "$.capacity",
            Assert.Single(StaffValidator.Validate(new StaffMember("s", "s") { Capacity = 20_001 })).Path
        );
}
