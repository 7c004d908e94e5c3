using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.Referral;
using Workflows.Storage.Tests.Referral;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryReferralForestTests
{
    /// <summary>The acceptance of distributions: nobody beyond the second level is ever paid, refunds balance, tiers hold from their date.</summary>
    [Fact]
    public async Task Forest_HundredThousandOrders_PayTwoLevelsToTheCent()
    {
        var ledger = new MemoryLedger();

        await new ReferralForest(seed: 26, members: 4_000, orders: 100_000, reviews: 400).ProveAsync(
            new MemoryReferralStore(ledger),
            ledger
        );
    }
}
