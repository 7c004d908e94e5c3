namespace Workflows.WeComEmulator.Transfers;

/// <summary>All transfers of customers.</summary>
internal sealed class TransferBook
{
    /// <summary>On the job, a customer is handed over at most so often within <see cref="Window"/>.</summary>
    public static int MostInWindow => 2;

    public static TimeSpan Window { get; } = TimeSpan.FromDays(90);

    /// <summary>A customer who says nothing is taken over after so long.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromHours(24);

    public List<Transfer> All { get; } = [];

    public Transfer? Waiting(string customer) =>
        All.Find(transfer =>
            transfer.Status == Transfer.Waiting && string.Equals(transfer.Customer, customer, StringComparison.Ordinal)
        );

    public int Recent(string customer, DateTimeOffset now) =>
        All.Count(transfer =>
            string.Equals(transfer.Customer, customer, StringComparison.Ordinal) && transfer.StartedAt > now - Window
        );
}
