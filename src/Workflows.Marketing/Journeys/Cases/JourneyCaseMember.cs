namespace Workflows.Marketing.Journeys.Cases;

/// <summary>Somebody who is in a distribution when a case begins. The contact of the case is <c>00000001-0000-7000-8000-000000000000</c>.</summary>
/// <param name="Program">The distribution.</param>
/// <param name="Id">Its id, as codes of invitations carry it.</param>
/// <param name="JoinedAt">When it joined.</param>
/// <param name="Referrer">Who brought it; null for nobody.</param>
/// <param name="IsDistributor">Whether it is paid for whom it brings.</param>
/// <param name="Orders">How many orders it has brought.</param>
/// <param name="Sales">What each of them came to, in currency units.</param>
public sealed record JourneyCaseMember(
    string Program,
    Guid Id,
    DateTimeOffset JoinedAt,
    Guid? Referrer = null,
    bool IsDistributor = true,
    int Orders = 0,
    decimal Sales = 0m
);
