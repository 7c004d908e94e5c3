using System.Text;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Contacts;

public class ContactEventJsonTests
{
    [Fact]
    public void Read_WhatWriteWrote_IsTheSameEvent()
    {
        var written = new ContactEvent(
            "商城",
            "O1",
            "order.paid",
            new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)),
            [new ContactIdentity(IdentityKind.Phone, "138"), new ContactIdentity(IdentityKind.UnionId, "u")],
            """{"amount":1.50}"""
        );

        var (events, diagnostics) = ContactEventJson.Read(ContactEventJson.Write(written));

        Assert.Empty(diagnostics);
        Assert.Equal([written], events);
    }

    [Theory]
    [InlineData("", "EVT010 $")]
    [InlineData("[{]", "EVT010 $")]
    [InlineData("3", "EVT011 $")]
    [InlineData(
        "[1,{}]",
        "EVT011 $[0],EVT012 $[1].source,EVT012 $[1].id,EVT012 $[1].type,EVT013 $[1].at,EVT014 $[1].contact"
    )]
    [InlineData(
        """{"source":"s","id":"1","type":"t","at":"2021-01-01T00:00:00","contact":{"qq":"1","phone":2}}""",
        "EVT013 $.at,EVT015 $.contact,EVT016 $.contact.phone"
    )]
    public void Read_SomethingElse_SaysAllThatIsWrong(string json, string expected)
    {
        var (events, diagnostics) = ContactEventJson.Read(Encoding.UTF8.GetBytes(json));

        Assert.Empty(events);
        Assert.Equal(
            expected,
            string.Join(',', diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Path}"))
        );
    }

    [Fact]
    public void Read_EmptyArray_IsNoEvents()
    {
        Assert.Empty(ContactEventJson.Read("[]"u8.ToArray()).Diagnostics);
    }
}
