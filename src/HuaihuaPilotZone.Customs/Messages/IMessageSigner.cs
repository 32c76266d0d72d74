namespace HuaihuaPilotZone.Customs.Messages;

/// <summary>
/// Signs a message. The key sits in an IC card, a USB key or a signing server of the company and never here, so this project has no
/// implementation; whoever owns a signing service writes one.
/// <para>
/// Contract (specification 202205, chapter 6): an enveloped XML signature, one <c>ds:Signature</c> in
/// <c>http://www.w3.org/2000/09/xmldsig#</c>, over the whole business message.
/// CanonicalizationMethod <c>http://www.w3.org/TR/2001/REC-xml-c14n-20010315</c>;
/// Transform <c>http://www.w3.org/2000/09/xmldsig#enveloped-signature</c>;
/// SignatureMethod <c>http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3</c> (preferred) with DigestMethod
/// <c>http://www.chinaport.gov.cn/2022/04/xmldsig#sm3</c>, or <c>http://www.w3.org/2000/09/xmldsig#rsa-sha1</c> with
/// <c>http://www.w3.org/2000/09/xmldsig#sha1</c>; KeyInfo holds KeyName and X509Data/X509Certificate.
/// The signature stands behind BaseSubscribe: before ExtendMessage in export messages, after it in import messages.
/// </para>
/// </summary>
public interface IMessageSigner
{
    /// <summary>
    /// Gives back the message with appStatus 2 in every document and the signature in its place; nothing else of the message changes,
    /// neither its encoding (UTF-8) nor its numbers.
    /// </summary>
    /// <param name="message">As <see cref="MessageWriter"/> wrote it: UTF-8, appStatus 1, without a signature.</param>
    /// <exception cref="InvalidOperationException">
    /// The certificate is not that of the declaring company (agentCode of the documents), or it is out of date.
    /// </exception>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation);
}
