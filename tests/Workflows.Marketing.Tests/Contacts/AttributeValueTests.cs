using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Contacts;

public class AttributeValueTests
{
    public static TheoryData<object?, object?> Values =>
        new()
        {
            { null, null },
            { "a", "a" },
            { true, true },
            { 3, 3L },
            { 3.0, 3L },
            { 2.5, 2.5m },
            { 2.50m, 2.5m },
            { new DateTimeOffset(2021, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)), "2021-01-02T03:04:05.0000000+08:00" },
            { TimeSpan.FromHours(26), "1.02:00:00" },
            { new[] { 1, 2 }, "[1,2]" },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void Normalize_AnyValue_IsWhatJsonCanGiveBack(object? value, object? expected)
    {
        Assert.Equal(expected, AttributeValue.Normalize(value));
    }
}
