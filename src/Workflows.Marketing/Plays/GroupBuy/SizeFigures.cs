namespace Workflows.Marketing.Plays.GroupBuy;

/// <summary>How the teams of one size go.</summary>
/// <param name="Size">The size.</param>
/// <param name="Open">Teams that are open.</param>
/// <param name="Succeeded">Teams that came together.</param>
/// <param name="Expired">Teams that did not.</param>
/// <param name="Seats">Seats that are taken.</param>
/// <param name="NewCustomers">Different customers who hold a seat somebody else's team brought them to, and whom nobody had seen before (S2-27).</param>
/// <param name="Sales">What settled seats cost, free orders not counted, in currency units.</param>
public sealed record SizeFigures(
    int Size,
    int Open,
    int Succeeded,
    int Expired,
    int Seats,
    int NewCustomers,
    decimal Sales
);
