namespace Workflows.Marketing.Contacts;

/// <summary>What a tag is about (S3-55…58). The numbers are stored: append, never renumber.</summary>
public enum TagFamily : short
{
    /// <summary>How far the follow-up has come (跟进状态).</summary>
    FollowUp = 1,

    /// <summary>Where the contact came from (来源).</summary>
    Source = 2,

    /// <summary>What the contact is like (属性).</summary>
    Attribute = 3,

    /// <summary>Which campaigns the contact took part in (营销活动).</summary>
    Campaign = 4,
}
