using Workflows.Marketing.Ledger;
using Workflows.Marketing.Plays.Referral;
using Workflows.Storage.Tests.Contract;

namespace Workflows.Storage.Tests.Memory;

public sealed class MemoryReferralStoreTests : ReferralStoreContract
{
    private readonly MemoryLedger _ledger = new();

    public MemoryReferralStoreTests() => Store = new MemoryReferralStore(_ledger);

    protected override IReferralStore Store { get; }

    protected override ILedger Ledger => _ledger;

    public override Task InitializeAsync() => Task.CompletedTask;

    public override Task DisposeAsync() => Task.CompletedTask;
}
