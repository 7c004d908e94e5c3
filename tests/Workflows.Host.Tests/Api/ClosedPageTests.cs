using Microsoft.Extensions.Time.Testing;
using Workflows.Host.Links;
using Workflows.Storage.Links;

namespace Workflows.Host.Tests.Api;

public sealed class ClosedPageTests
{
    private static readonly DateTimeOffset Sale = new(2026, 3, 8, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Holds_LinkOfASale_IsClosedUntilItsMomentOnly(int ticksAfter, bool isClosed)
    {
        var page = new ClosedPage(new FakeTimeProvider(Sale.AddTicks(ticksAfter)), null!);

        Assert.Equal(isClosed, page.Holds(Link(Sale)));
        Assert.False(page.Holds(Link(null)));
    }

    private static FollowedLink Link(DateTimeOffset? opensAt) =>
        new("code", "https://brand.example/sale", null, null, null, null) { OpensAt = opensAt };
}
