namespace Workflows.Marketing.Journeys.Checks;

/// <summary>The stable codes of what good practice, platforms and law say about a journey before it is published.</summary>
public static class PlayCodes
{
    /// <summary>The journey does not say what its primary goal is, or says none that there is (S0-09).</summary>
    public const string Goal = "PLAY001";

    /// <summary>A figure that proves nothing decides (S0-47, S1-10).</summary>
    public const string VanityKpi = "PLAY002";

    /// <summary>Contacts are won and settle nowhere (S3-03, S3-07).</summary>
    public const string PoolFirst = "PLAY003";

    /// <summary>In a 1:1 play there is a way to an offer that passes nothing that builds trust (S0-22).</summary>
    public const string TrustFirst = "PLAY004";

    /// <summary>Contacts are left in a group that was made to drain them or to sell once (S3-38).</summary>
    public const string DrainageGroup = "PLAY005";

    /// <summary>A journey for revenue has nothing that leads to a purchase (S3-03).</summary>
    public const string NoConversion = "PLAY006";

    /// <summary>An offer costs the brand money and no budget stops it (S2-18).</summary>
    public const string NoBudget = "PLAY007";

    /// <summary>A text says what law or platform forbid, or good practice gave up (S3-23, S3-47).</summary>
    public const string Forbidden = "PLAY008";

    /// <summary>Every marketing message is a promotion (S1-12).</summary>
    public const string OnlyPromotion = "PLAY009";

    /// <summary>The journey speaks and never listens (S1-14).</summary>
    public const string OneWay = "PLAY010";

    /// <summary>Play, carrier or goods are not said (S2-02, S2-26).</summary>
    public const string PeopleGoodsPlace = "PLAY011";

    /// <summary>A carrier does not fit the pool (S3-37, S3-42, S3-43).</summary>
    public const string PoolCarrier = "PLAY012";

    /// <summary>Everybody is told the same in a journey for revenue (S2-03).</summary>
    public const string NoSegment = "PLAY013";

    /// <summary>The journey speaks in groups only (S2-01).</summary>
    public const string GroupsOnly = "PLAY014";

    /// <summary>Contacts are asked where an offer is fetched, and a store without any way of it is not left out (S0-35).</summary>
    public const string Fulfilment = "PLAY015";

    /// <summary>One offer is told in two ways (S2-53).</summary>
    public const string OneOffer = "PLAY016";

    /// <summary>A newcomer has to do too much before being settled (S3-19).</summary>
    public const string LongWay = "PLAY017";

    /// <summary>One to many without figures, or without anything that brings people (S0-21).</summary>
    public const string OneToMany = "PLAY018";

    /// <summary>A journey lives in groups, and no calendar says what happens in them when (S1-45).</summary>
    public const string CommunitySop = "PLAY019";

    /// <summary>Contacts are won for revenue, and the product that draws them or the one that follows is not said (S3-18).</summary>
    public const string LeadProduct = "PLAY020";

    /// <summary>A way by which people come in is a word that nobody knows.</summary>
    public const string UnknownWay = "PLAY021";

    /// <summary>In a play of one to many a person is added before the group (S0-40).</summary>
    public const string PersonFirst = "PLAY022";

    /// <summary>Something is offered online, and stores have no way to fulfil it (S0-35).</summary>
    public const string StoresWithoutAWay = "PLAY023";

    /// <summary>A newcomer is offered something before a welcome and something of use (S1-13).</summary>
    public const string OfferTooSoon = "PLAY024";

    /// <summary>People come in by several ways, and none is said to be the main one; or the main one is none of them (S0-25).</summary>
    public const string MainWay = "PLAY025";

    /// <summary>A group is given an end, and no journey begins when it comes (S4-40).</summary>
    public const string EndlessGroup = "PLAY026";
}
