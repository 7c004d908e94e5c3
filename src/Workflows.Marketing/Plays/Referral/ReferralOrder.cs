using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Plays.Referral;

/// <summary>An order of somebody, as it is known by now.</summary>
/// <param name="Buyer">The contact.</param>
/// <param name="Order">The order.</param>
public sealed record ReferralOrder(Guid Buyer, KnownOrder Order);
